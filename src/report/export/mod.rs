//! Documents as data, one file a form; their JSON form is [`super::json`]'s.
//! Every form says where its data come from: file, SHA-256, encoding, program,
//! and the reader's decisions in what was compared.

mod akn;
mod csv;
mod dot;
mod eid;
mod graph;
mod graphml;
mod markdown;
mod origin;
mod package;
#[cfg(feature = "parquet")]
mod parquet;
mod tables;
mod xlsx;

pub use akn::write as akn;
pub use csv::files as csv;
pub use dot::write as dot;
pub use graphml::write as graphml;
pub use markdown::write as markdown;
pub use package::listed;
#[cfg(feature = "parquet")]
pub use parquet::files as parquet;
pub use xlsx::write as xlsx;

use super::{Comparison, Document};

/// What is exported: documents, and how they compare where that was asked for.
#[derive(Debug, Clone, Copy)]
pub struct Exported<'a> {
    /// The documents, each with an id of its own.
    pub documents: &'a [Document],
    /// Comparisons between them.
    pub comparisons: &'a [Comparison<'a>],
}

/// The files of a form that is a folder: name and content.
pub type Files = Vec<(String, Vec<u8>)>;
