//! Comma-separated values, tidy: one row a local plan and part.

use std::io::{self, Write};

use super::{Column, row_head, row_id};
use crate::report::csv::Rows;
use crate::survey::Cell;

/// Writes the names of the columns; with a byte order mark Excel shows Chinese.
pub fn head(bom: bool, out: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::new(out, bom)?;
    rows.row([
        "reference",
        "part",
        "citation",
        "text",
        "local",
        "counted",
        "covered",
        "covered_or_partial",
        "covered_partial_or_topic_only",
        "higher",
        "unclear",
        "status",
        "topic_only",
        "applicability",
        "decided_by",
    ])?;
    rows.finish()
}

/// Writes one row a part.
pub fn write(column: &Column, out: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::new(out, false)?;
    for row in column.rows {
        let (citation, text) = row_head(column.reference, row.part);
        for cell in &row.cells {
            let mut fields = vec![
                column.reference.id.clone(),
                row_id(column.reference, row.part).to_owned(),
                citation.clone(),
                text.to_owned(),
                column.local.id.clone(),
            ];
            match cell {
                Cell::Coverage(found) => {
                    let either = found.covered + found.partial;
                    let counts = [
                        found.counted,
                        found.covered,
                        either,
                        either + found.topic_only,
                        found.higher,
                        found.unclear,
                    ];
                    fields.extend(counts.map(|count| count.to_string()));
                    fields.extend((0..4).map(|_| String::new()));
                }
                Cell::Verdict {
                    status,
                    topic_only,
                    applies,
                    decided_by,
                } => {
                    fields.extend((0..6).map(|_| String::new()));
                    fields.extend([
                        status.name().to_owned(),
                        topic_only.to_string(),
                        applies.name().to_owned(),
                        decided_by.name().to_owned(),
                    ]);
                }
            }
            rows.row(&fields)?;
        }
    }
    rows.finish()
}
