//! Reads numbered Chinese plans into task trees and maps each local task back
//! to the clauses of the central plan.
//!
//! Data goes one way through the rooms:
//!
//! ```text
//! bytes ─source─▶ text ─outline─▶ numbered tree ─task─▶ plan ─align─▶ alignment ─survey─▶ matrix ─report─▶ table, page, data
//! ```
//!
//! What a city took up of a plan, and what has no counterpart in its text:
//!
//! ```
//! use plan::align::{Reference, Status};
//! use plan::task::Level;
//! use plan::{outline, task};
//!
//! let read = |text: &str| task::read(outline::parse(text, None));
//! let central = read("一、加强管理\n（一）每月巡查河道。建立举报奖励制度。\n（二）清理河道垃圾。\n");
//! let city = read("一、主要任务\n1.每月巡查河道。\n2.清理河道垃圾。\n");
//!
//! let alignment = Reference::new(&central).align(&city, Level::City);
//! let gaps: Vec<&str> = (0..central.clauses.len())
//!     .filter(|&clause| alignment.clauses[clause].status == Status::Gap)
//!     .map(|clause| central.text(clause))
//!     .collect();
//! assert_eq!(gaps, ["加强管理", "建立举报奖励制度。"]);
//! ```
//!
//! Nothing here prints, reads the environment or exits; that is left to [`cli`].

pub mod align;
pub mod cli;
pub mod conform;
pub mod corpus;
pub mod decide;
pub mod diagnostic;
pub mod outline;
pub mod report;
pub mod score;
pub mod source;
pub mod survey;
pub mod task;
mod vocabulary;
pub mod words;
