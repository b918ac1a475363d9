//! Figures of alignments against crosswalks.

use std::io::{self, Write};

use comfy_table::Cell;

use super::Look;
use super::table::{number, table};
use crate::score::{Calibration, Figures};
use crate::words::{Lang, eval as words};

/// One crosswalk with what was found against it.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluated {
    /// Name of the reference.
    pub reference: String,
    /// Name of the local document.
    pub local: String,
    /// By the shipped model, or of the alignment given.
    pub figures: Figures,
    /// By a model fitted to the other crosswalks, where there are others.
    pub left_out: Option<Figures>,
}

/// A figure: its name in data and to readers, and how it is read off.
pub(super) struct Measure {
    pub name: &'static str,
    pub label: fn(Lang) -> &'static str,
    pub value: fn(&Figures) -> f64,
}

pub(super) const MEASURES: [Measure; 13] = [
    Measure {
        name: "link_precision",
        label: words::link_precision,
        value: |figures| figures.links.precision(),
    },
    Measure {
        name: "link_recall",
        label: words::link_recall,
        value: |figures| figures.links.recall(),
    },
    Measure {
        name: "link_f1",
        label: words::link_f1,
        value: |figures| figures.links.f1(),
    },
    Measure {
        name: "lax_link_f1",
        label: words::lax_link_f1,
        value: |figures| figures.lax_links.f1(),
    },
    Measure {
        name: "recall_strength_3",
        label: words::recall_3,
        value: |figures| figures.recall_of_strength(3),
    },
    Measure {
        name: "recall_strength_2",
        label: words::recall_2,
        value: |figures| figures.recall_of_strength(2),
    },
    Measure {
        name: "recall_strength_1",
        label: words::recall_1,
        value: |figures| figures.recall_of_strength(1),
    },
    Measure {
        name: "gap_precision",
        label: words::gap_precision,
        value: |figures| figures.gaps.precision(),
    },
    Measure {
        name: "gap_recall",
        label: words::gap_recall,
        value: |figures| figures.gaps.recall(),
    },
    Measure {
        name: "gap_f1",
        label: words::gap_f1,
        value: |figures| figures.gaps.f1(),
    },
    Measure {
        name: "status_agreement",
        label: words::status_agreement,
        value: Figures::status_agreement,
    },
    Measure {
        name: "status_kappa",
        label: words::status_kappa,
        value: Figures::status_kappa,
    },
    Measure {
        name: "additions_f1",
        label: words::additions_f1,
        value: |figures| figures.additions.f1(),
    },
];

/// The figures: one row a figure, one column a run.
pub fn figures(evaluated: &[Evaluated], look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let lang = look.lang;
    let runs: Vec<(String, &Figures)> = evaluated
        .iter()
        .flat_map(|one| {
            let column = |left_out| words::column(&one.local, left_out, lang);
            let left_out = one.left_out.as_ref();
            std::iter::once((column(false), &one.figures))
                .chain(left_out.map(|figures| (column(true), figures)))
        })
        .collect();
    let header = std::iter::once(words::figure(lang).to_owned())
        .chain(runs.iter().map(|(column, _)| column.clone()));
    let mut table = table(look, header);
    for measure in &MEASURES {
        let values = runs
            .iter()
            .map(|(_, figures)| number(format!("{:.3}", (measure.value)(figures))));
        table.add_row(std::iter::once(Cell::new((measure.label)(lang))).chain(values));
    }
    writeln!(out, "{table}")?;
    if evaluated.iter().any(|one| one.left_out.is_some()) {
        writeln!(out, "{}", words::left_out_note(lang))?;
    }
    Ok(())
}

/// The calibration: one row a tenth of confidence that has links.
pub fn calibration(
    calibration: &Calibration,
    left_out: bool,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let lang = look.lang;
    let mut table = table(
        look,
        [
            words::confidence(lang),
            words::links(lang),
            words::right(lang),
            words::share(lang),
            words::mean(lang),
        ]
        .map(str::to_owned),
    );
    for (at, tenth) in calibration.tenths.iter().enumerate() {
        if tenth.links > 0 {
            table.add_row([
                Cell::new(format!("0.{at}–{:.1}", (at + 1) as f32 / 10.0)),
                number(tenth.links),
                number(tenth.right),
                number(format!("{:.2}", tenth.right_share())),
                number(format!("{:.2}", tenth.mean_confidence())),
            ]);
        }
    }
    writeln!(out, "{table}")?;
    let note = if left_out {
        words::calibration_left_out(lang)
    } else {
        words::calibration_shipped(lang)
    };
    writeln!(out, "{note}")
}
