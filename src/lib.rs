//! Reads numbered Chinese plans into task trees and maps each local task back
//! to the clauses of the central plan.
//!
//! Data goes one way through the rooms:
//!
//! ```text
//! bytes ─source─▶ text ─outline─▶ numbered tree ─task─▶ plan ─align─▶ alignment ─survey─▶ matrix ─report─▶ table, page, data
//! ```
//!
//! | room | takes → gives |
//! |---|---|
//! | [`corpus`] | a name, a path or `-` → a source and its entry in the register |
//! | [`source`] | bytes → text, with its encoding and origin; may refuse |
//! | [`outline`] | text, and optionally the headings of another document → a lossless tree and diagnostics; never fails |
//! | [`task`] | a tree → a plan: tasks, clauses, units, instruments, deadlines |
//! | [`align`] | two plans → links, statuses, evidence, changes |
//! | [`survey`] | many alignments → a coverage matrix, shared additions, reuse |
//! | [`decide`] | an alignment and a reader's decisions → an alignment |
//! | [`score`] | an alignment and a crosswalk coded by hand → figures |
//! | [`conform`] | a plan and what the register records of it → diagnostics |
//! | [`report`] | any of these → one output form; [`report::schema`] has the schema of each JSON form |
//!
//! # Two texts, aligned
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
//! # A file, its tasks and their units
//!
//! ```
//! use plan::source::{self, Limits};
//! use plan::task::Role;
//! use plan::{outline, task};
//!
//! let bytes = "护河方案\n一、巡查\n（一）每月巡查河道。\n牵头单位：市水利局\n".as_bytes();
//! let source = source::read(bytes, "plan.txt", &Limits::default())?;
//! let plan = task::read(outline::parse(&source.text, None));
//!
//! let nodes = &plan.outline.nodes;
//! let tasks: Vec<(&str, Vec<&str>)> = (0..nodes.len())
//!     .filter(|&node| plan.tasks[node])
//!     .map(|node| (nodes[node].id.as_str(), plan.units(node, Role::Lead)))
//!     .collect();
//! assert_eq!(tasks, [("1.1", vec!["市水利局"])]);
//! # Ok::<(), source::SourceError>(())
//! ```
//!
//! All places are [`diagnostic::Span`]s: byte offsets, half open, into the
//! decoded text. Confidences and shares are from 0 to 1. The same input gives
//! the same result, byte for byte.
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
