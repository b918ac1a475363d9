//! `plan eval GOLD…`: how well alignments agree with crosswalks coded by hand.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};

use super::{Context, Outcome, arguments};
use crate::align::{Labelled, Model, Reference, fit};
use crate::corpus::CorpusError;
use crate::report::eval::Evaluated;
use crate::report::{self, Document};
use crate::score::{Calibration, Crosswalk, Judgement, figures, labelled};
use crate::words::{Lang, command as words, eval::error};

const FORMS: &[&str] = &["table", "json"];

pub(super) fn command(lang: Lang) -> Command {
    Command::new("eval")
        .about(words::eval(lang))
        .arg(
            Arg::new("gold")
                .value_name("GOLD")
                .required(true)
                .num_args(1..)
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::FilePath)
                .help(words::argument::gold(lang)),
        )
        .arg(
            Arg::new("alignment")
                .long("alignment")
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::FilePath)
                .help(words::argument::alignment(lang)),
        )
        .arg(
            Arg::new("calibration")
                .long("calibration")
                .action(ArgAction::SetTrue)
                .help(words::argument::calibration(lang)),
        )
        .arg(
            Arg::new("refit")
                .long("refit")
                .action(ArgAction::SetTrue)
                .conflicts_with_all(["alignment", "calibration"])
                .help(words::argument::refit(lang)),
        )
        .arg(arguments::format(FORMS, lang))
}

pub(super) fn run(matches: &ArgMatches, context: &Context) -> anyhow::Result<Outcome> {
    let paths = matches.get_many::<PathBuf>("gold").expect("required");
    let cases = paths
        .map(|path| Case::read(path, context))
        .collect::<anyhow::Result<Vec<_>>>()?;
    if matches.get_flag("refit") {
        let mut output = context.output()?;
        std::io::Write::write_all(&mut output, refitted(&cases, None).to_json().as_bytes())?;
        output.finish()?;
        return Ok(Outcome::Done);
    }
    let judged = match matches.get_one::<PathBuf>("alignment") {
        Some(path) if cases.len() == 1 => vec![Judged {
            shipped: given(path, context)?,
            left_out: None,
        }],
        Some(_) => anyhow::bail!(error::one_crosswalk(context.lang)),
        None => (0..cases.len()).map(|at| judge(&cases, at)).collect(),
    };

    let evaluated: Vec<Evaluated> = cases
        .iter()
        .zip(&judged)
        .map(|(case, judged)| Evaluated {
            reference: case.crosswalk.reference.clone(),
            local: case.crosswalk.local.clone(),
            figures: figures(&case.crosswalk, &judged.shipped),
            left_out: judged
                .left_out
                .as_ref()
                .map(|judgement| figures(&case.crosswalk, judgement)),
        })
        .collect();
    let calibration = matches.get_flag("calibration").then(|| {
        let mut calibration = Calibration::default();
        for (case, judged) in cases.iter().zip(&judged) {
            let judgement = judged.left_out.as_ref().unwrap_or(&judged.shipped);
            calibration.add(&case.crosswalk, judgement);
        }
        calibration
    });

    let mut output = context.output()?;
    if arguments::form(matches, FORMS, &[("json", "json")]) == "json" {
        report::json::evaluation(&evaluated, calibration.as_ref(), &mut output)?;
    } else if let Some(calibration) = calibration {
        let left_out = judged.iter().all(|judged| judged.left_out.is_some());
        report::eval::calibration(&calibration, left_out, &context.look(), &mut output)?;
    } else {
        report::eval::figures(&evaluated, &context.look(), &mut output)?;
    }
    output.finish()?;
    Ok(Outcome::Done)
}

/// A crosswalk with the documents it was coded on.
struct Case {
    crosswalk: Crosswalk,
    reference: Document,
    local: Document,
}

impl Case {
    fn read(path: &std::path::Path, context: &Context) -> anyhow::Result<Self> {
        let name = path.display().to_string();
        let json = read(path, &name)?;
        let crosswalk = Crosswalk::from_json(&json).map_err(|cause| {
            anyhow::anyhow!(error::no_crosswalk(&name, &cause.to_string(), context.lang))
        })?;
        let reference = context.document(&crosswalk.reference)?;
        let local = context.document_guided_by(&crosswalk.local, &reference)?;
        for (coded, document) in [
            (&crosswalk.reference_sha256, &reference),
            (&crosswalk.local_sha256, &local),
        ] {
            if coded
                .as_ref()
                .is_some_and(|coded| *coded != document.source.sha256)
            {
                anyhow::bail!(error::other_file(&name, &document.id, context.lang));
            }
        }
        for (end, document) in crosswalk.ends().into_iter().zip([&reference, &local]) {
            let length = document.plan.outline.text.len();
            anyhow::ensure!(
                end <= length,
                error::past_the_end(&name, &document.id, end, context.lang)
            );
        }
        Ok(Self {
            crosswalk,
            reference,
            local,
        })
    }

    fn judged_by(&self, model: &Model) -> Judgement {
        let (reference, local) = (&self.reference.plan, &self.local.plan);
        let alignment = Reference::new(reference).align_by(model, local, self.local.level);
        Judgement::of(reference, local, &alignment)
    }
}

/// What is scored for one crosswalk.
struct Judged {
    shipped: Judgement,
    left_out: Option<Judgement>,
}

fn judge(cases: &[Case], at: usize) -> Judged {
    Judged {
        shipped: cases[at].judged_by(Model::shipped()),
        left_out: (cases.len() > 1).then(|| cases[at].judged_by(&refitted(cases, Some(at)))),
    }
}

fn given(path: &std::path::Path, context: &Context) -> anyhow::Result<Judgement> {
    let name = path.display().to_string();
    let json = read(path, &name)?;
    Judgement::from_json(&json).map_err(|cause| {
        anyhow::anyhow!(error::no_alignment(&name, &cause.to_string(), context.lang))
    })
}

fn read(path: &std::path::Path, name: &str) -> Result<Vec<u8>, CorpusError> {
    std::fs::read(path).map_err(|cause| CorpusError::unreadable(name, cause))
}

/// A model fitted to all the crosswalks but one.
fn refitted(cases: &[Case], but: Option<usize>) -> Model {
    let crosswalks: Vec<Labelled> = cases
        .iter()
        .enumerate()
        .filter(|&(at, _)| Some(at) != but)
        .map(|(_, case)| {
            labelled(
                &case.crosswalk,
                &case.reference.plan,
                &case.local.plan,
                case.local.level,
            )
        })
        .collect();
    fit(&crosswalks)
}
