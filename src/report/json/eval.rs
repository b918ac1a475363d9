//! `plan.evaluation/1`: figures of alignments against crosswalks.

use std::collections::BTreeMap;
use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::{PROGRAM, Program, write};
use crate::report::eval::{Evaluated, MEASURES};
use crate::score::{Calibration, Figures};

/// The figures, and the calibration where it was asked for.
pub fn evaluation(
    evaluated: &[Evaluated],
    calibration: Option<&Calibration>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let form = Form {
        schema: "plan.evaluation/1",
        program: PROGRAM,
        crosswalks: evaluated
            .iter()
            .map(|one| Row {
                reference: &one.reference,
                local: &one.local,
                figures: values(&one.figures),
                left_out: one.left_out.as_ref().map(values),
            })
            .collect(),
        calibration: calibration.map(|calibration| {
            (0..10)
                .map(|at| {
                    let tenth = calibration.tenths[at];
                    TenthForm {
                        from: at as f64 / 10.0,
                        links: tenth.links,
                        right: tenth.right,
                        mean_confidence: (tenth.links > 0)
                            .then(|| rounded(tenth.mean_confidence())),
                    }
                })
                .collect()
        }),
    };
    write(&form, out)
}

#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct Form<'e> {
    #[schemars(extend("const" = "plan.evaluation/1"))]
    schema: &'static str,
    program: Program,
    crosswalks: Vec<Row<'e>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    calibration: Option<Vec<TenthForm>>,
}

#[derive(Serialize, JsonSchema)]
struct Row<'e> {
    reference: &'e str,
    local: &'e str,
    figures: BTreeMap<&'static str, f64>,
    left_out: Option<BTreeMap<&'static str, f64>>,
}

#[derive(Serialize, JsonSchema)]
struct TenthForm {
    from: f64,
    links: usize,
    right: usize,
    mean_confidence: Option<f64>,
}

fn values(figures: &Figures) -> BTreeMap<&'static str, f64> {
    MEASURES
        .iter()
        .map(|measure| (measure.name, rounded((measure.value)(figures))))
        .collect()
}

fn rounded(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}
