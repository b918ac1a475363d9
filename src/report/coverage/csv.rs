//! Comma-separated values, tidy: one row a part and local plan.

use std::io::{self, Write};

use super::Coverage;
use crate::report::csv::Rows;
use crate::survey::Cell;

/// Writes one row a part and local plan.
pub fn write(coverage: &Coverage, bom: bool, out: &mut dyn Write) -> io::Result<()> {
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
    ])?;
    for row in &coverage.matrix.rows {
        let (citation, text) = coverage.row_head(row.part);
        for (local, cell) in coverage.ids().zip(&row.cells) {
            let mut fields = vec![
                coverage.reference.id.clone(),
                coverage.row_id(row.part).to_owned(),
                citation.clone(),
                text.to_owned(),
                local.to_owned(),
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
                    fields.extend([String::new(), String::new(), String::new()]);
                }
                Cell::Verdict {
                    status,
                    topic_only,
                    applies,
                } => {
                    fields.extend((0..6).map(|_| String::new()));
                    fields.extend([
                        status.name().to_owned(),
                        topic_only.to_string(),
                        applies.name().to_owned(),
                    ]);
                }
            }
            rows.row(&fields)?;
        }
    }
    rows.finish()
}
