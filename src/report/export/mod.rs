//! Documents as a workbook; their JSON form is [`super::json`]'s.

mod xlsx;

pub use xlsx::write as xlsx;
