//! `--decisions FILE`: a reader's decisions above the program's verdicts; and
//! `plan decisions to-gold`: a crosswalk of what was decided.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};

use super::output::note;
use super::{Context, Outcome};
use crate::align::{Alignment, Depth, Reference};
use crate::corpus::CorpusError;
use crate::decide::{About, Decision, Decisions, decide};
use crate::report::{DecisionsUsed, Document};
use crate::score::Crosswalk;
use crate::source::sha256;
use crate::words::{Lang, command as words, decisions as said};

/// The files given with `--decisions`.
#[derive(Default)]
pub(super) struct Given {
    files: Vec<DecisionsFile>,
    used: Mutex<BTreeSet<usize>>,
}

struct DecisionsFile {
    name: String,
    bytes: Vec<u8>,
    decisions: Decisions,
}

impl Given {
    pub(super) fn read<'p>(
        paths: impl Iterator<Item = &'p PathBuf>,
        lang: Lang,
    ) -> anyhow::Result<Self> {
        Ok(Self {
            files: paths
                .map(|path| DecisionsFile::read(path, lang))
                .collect::<anyhow::Result<_>>()?,
            used: Mutex::default(),
        })
    }

    /// What tells these decisions from others: the hash of all files.
    pub(super) fn fingerprint(&self) -> String {
        let files = self.files.iter().flat_map(|file| &file.bytes);
        sha256(&files.copied().collect::<Vec<u8>>())
    }

    /// Tells of the files whose documents were not compared.
    pub(super) fn tell_unused(&self, lang: Lang) {
        for (at, file) in self.files.iter().enumerate() {
            if !self.used.lock().expect("no holder panics").contains(&at) {
                let Decisions {
                    reference, local, ..
                } = &file.decisions;
                note(&said::about_others(
                    &file.name,
                    &reference.id,
                    &local.id,
                    lang,
                ));
            }
        }
    }
}

impl DecisionsFile {
    fn read(path: &Path, lang: Lang) -> anyhow::Result<Self> {
        let name = path.display().to_string();
        let bytes = std::fs::read(path).map_err(|cause| CorpusError::unreadable(&name, cause))?;
        let decisions = Decisions::read(&bytes).map_err(|cause| {
            anyhow::anyhow!(said::no_decisions(&name, &cause.to_string(), lang))
        })?;
        Ok(Self {
            name,
            bytes,
            decisions,
        })
    }
}

fn is_about(about: &About, document: &Document) -> bool {
    about.id == document.id || about.sha256.as_deref() == Some(&document.source.sha256)
}

/// A local plan compared with its reference, decisions included.
pub(super) struct Compared {
    /// What was found.
    pub alignment: Alignment,
    /// The decisions in it.
    pub decisions: Option<DecisionsUsed>,
}

impl Context {
    /// Aligns a local plan with its reference and puts the reader's decisions
    /// above the verdicts. Tells of those that no longer apply.
    pub(super) fn compare(
        &self,
        index: &Reference,
        reference: &Document,
        local: &Document,
        depth: Depth,
    ) -> Compared {
        let alignment = index.align_to(depth, &local.plan, local.level);
        self.decisions
            .put_above(alignment, index, reference, local, self.lang)
    }
}

impl Given {
    fn put_above(
        &self,
        alignment: Alignment,
        index: &Reference,
        reference: &Document,
        local: &Document,
        lang: Lang,
    ) -> Compared {
        let files: Vec<(usize, &DecisionsFile)> = self
            .files
            .iter()
            .enumerate()
            .filter(|(_, file)| {
                is_about(&file.decisions.reference, reference)
                    && is_about(&file.decisions.local, local)
            })
            .collect();
        if files.is_empty() {
            return Compared {
                alignment,
                decisions: None,
            };
        }
        self.used
            .lock()
            .expect("no holder panics")
            .extend(files.iter().map(|(at, _)| at));
        let all: Vec<Decision> = files
            .iter()
            .flat_map(|(_, file)| file.decisions.decisions.clone())
            .collect();
        let bytes: Vec<u8> = files
            .iter()
            .flat_map(|(_, file)| file.bytes.clone())
            .collect();
        let names: Vec<&str> = files.iter().map(|(_, file)| file.name.as_str()).collect();
        let decided = decide(index, &local.plan, alignment, &all);
        let used = DecisionsUsed {
            name: names.join(", "),
            sha256: sha256(&bytes),
            made: decided.made,
            lapsed: decided.lapsed,
        };
        tell(&used, lang);
        Compared {
            alignment: decided.alignment,
            decisions: Some(used),
        }
    }
}

/// How many decisions applied, and which did not.
fn tell(used: &DecisionsUsed, lang: Lang) {
    note(&said::applied(
        &used.name,
        used.made.len(),
        used.lapsed.len(),
        lang,
    ));
    for (decision, lapse) in &used.lapsed {
        let (action, value) = decision.action.names();
        let action = value.map_or(action.to_owned(), |value| format!("{action} {value}"));
        let made = said::made(
            &decision.clause.id,
            decision.local.as_ref().map(|mark| mark.id.as_str()),
            &action,
            &decision.remark,
            lang,
        );
        let colon = lang.pick(": ", "：");
        note(&format!("  {made}{colon}{}", lapse.message(lang)));
    }
}

pub(super) fn command(lang: Lang) -> Command {
    Command::new("decisions")
        .about(words::decisions(lang))
        .subcommand_required(true)
        .subcommand(
            Command::new("to-gold")
                .about(words::to_gold(lang))
                .arg(
                    Arg::new("file")
                        .value_name("FILE")
                        .required(true)
                        .num_args(1..)
                        .value_parser(value_parser!(PathBuf))
                        .value_hint(ValueHint::FilePath)
                        .help(words::argument::decisions(lang)),
                )
                .arg(
                    Arg::new("all")
                        .long("all")
                        .action(ArgAction::SetTrue)
                        .help(words::argument::accept_rest(lang)),
                ),
        )
}

pub(super) fn run(matches: &ArgMatches, context: &Context) -> anyhow::Result<Outcome> {
    let (_, matches) = matches.subcommand().expect("a subcommand is required");
    let lang = context.lang;
    let paths = matches.get_many::<PathBuf>("file").expect("required");
    let given = Given::read(paths, lang)?;
    let first = &given
        .files
        .first()
        .expect("at least one is required")
        .decisions;
    let same = |file: &DecisionsFile| {
        file.decisions.reference.id == first.reference.id
            && file.decisions.local.id == first.local.id
    };
    anyhow::ensure!(given.files.iter().all(same), said::one_pair(lang));

    let reference = context.document(&first.reference.id)?;
    let local = context.document_guided_by(&first.local.id, &reference)?;
    let index = Reference::new(&reference.plan);
    let alignment = index.align(&local.plan, local.level);
    let compared = given.put_above(alignment, &index, &reference, &local, lang);
    let applied = compared.decisions.map_or(0, |used| used.made.len());
    anyhow::ensure!(applied > 0, said::nothing_decided(lang));
    let crosswalk = Crosswalk::of_decided(
        (&reference.id, &reference.source.sha256, &reference.plan),
        (&local.id, &local.source.sha256, &local.plan),
        &compared.alignment,
        matches.get_flag("all"),
    );
    let mut output = context.output()?;
    output.write_all(crosswalk.to_json().as_bytes())?;
    output.finish()?;
    Ok(Outcome::Done)
}
