//! Reads numbered Chinese plans into task trees and maps each local task back
//! to the clauses of the central plan.
//!
//! Data goes one way through the rooms:
//!
//! ```text
//! bytes ─source─▶ text ─outline─▶ numbered tree ─task─▶ plan ─align─▶ alignment ─survey─▶ matrix ─report─▶ table, page, data
//! ```
//!
//! Nothing here prints, reads the environment or exits; that is left to [`cli`].

pub mod align;
pub mod cli;
pub mod conform;
pub mod corpus;
pub mod diagnostic;
pub mod outline;
pub mod report;
pub mod score;
pub mod source;
pub mod survey;
pub mod task;
pub mod words;
