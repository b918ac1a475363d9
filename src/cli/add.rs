//! `plan add FOLDER`: takes in a folder of new documents.

use std::collections::{HashMap, HashSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, ValueHint, value_parser};

use super::document::opening;
use super::output::{self, note};
use super::{Context, Outcome, arguments, folder, many};
use crate::corpus::{
    Answering, FIELDS, Fields, Guess, MANIFEST, Register, answers_to, guess, read_sheet,
};
use crate::report;
use crate::task::{self, Level};
use crate::words::{Lang, command as words, register as said};

const FORMS: &[&str] = &["toml", "xlsx", "csv"];
const EXTENSIONS: &[(&str, &str)] = &[("toml", "toml"), ("xlsx", "xlsx"), ("csv", "csv")];

pub(super) fn command(lang: Lang) -> Command {
    Command::new("add")
        .about(words::add(lang))
        .arg(
            Arg::new("folder")
                .value_name("FOLDER")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::DirPath)
                .help(words::argument::new_folder(lang)),
        )
        .arg(
            Arg::new("register")
                .long("register")
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::FilePath)
                .help(words::argument::register(lang)),
        )
        .arg(arguments::bom(lang))
        .arg(arguments::format(FORMS, lang))
}

/// A file that was read.
struct Taken {
    file: String,
    sha256: String,
    guess: Guess,
    front: String,
    text: String,
}

pub(super) fn run(matches: &ArgMatches, context: &Context) -> anyhow::Result<Outcome> {
    let lang = context.lang;
    let given: &PathBuf = matches.get_one("folder").expect("required");
    let name = given.display().to_string();
    anyhow::ensure!(given.is_dir(), said::not_a_folder(&name, lang));
    let names = folder::files(given)?;
    anyhow::ensure!(!names.is_empty(), said::nothing_there(&name, lang));
    let root = root(given, context);
    let place = root.join(MANIFEST);
    let mut register = match std::fs::read_to_string(&place) {
        Ok(text) => Register::parse(&text, &place)?,
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => {
            Register::new(said::comment(lang))
        }
        Err(cause) => return Err(output::unreadable(&place, cause)),
    };

    let mut taken = Vec::new();
    let mut refused: Vec<(String, String)> = Vec::new();
    let read = |name: &str| Ok((name.to_owned(), take(name, &root, context)));
    many::in_batches(&names, 0, context, read, |batch| {
        for (name, read) in batch.into_iter().flatten() {
            match read {
                Ok(file) => taken.push(file),
                Err(error) => refused.push((name, output::message(&error, lang))),
            }
        }
        Ok(())
    })?;
    let (new, remarks) = sift(taken, &root, &mut register, lang);
    let kept = register.entries().len();
    let added = new.len();
    enter(&new, &mut register, context);

    let mut notes = remarks;
    if let Some(sheet) = matches.get_one::<PathBuf>("register") {
        notes.extend(correct(sheet, &mut register, lang)?);
    }
    write(matches, context, &register, (kept, &place), &refused)?;
    for remark in &notes {
        note(remark);
    }
    if !refused.is_empty() {
        let colon = lang.pick(":", "：");
        note(&format!("{}{colon}", said::unreadable(lang)));
        for (_, message) in &refused {
            note(&format!("  {message}"));
        }
    }
    note(&said::summary(added, kept, refused.len(), lang));
    if context.place().is_none() && form(matches) == "toml" {
        let folder = root.display().to_string();
        note(&said::written(&place.display().to_string(), &folder, lang));
    }
    Ok(if refused.is_empty() {
        Outcome::Done
    } else {
        Outcome::Refused
    })
}

fn form(matches: &ArgMatches) -> &'static str {
    arguments::form(matches, FORMS, EXTENSIONS)
}

/// The folder of the register: that of the corpus in use where the documents
/// lie within it, else their own.
fn root(folder: &Path, context: &Context) -> PathBuf {
    let whole = |path: &Path| std::fs::canonicalize(path).ok();
    match context.corpus.folder() {
        Some(corpus)
            if whole(folder)
                .zip(whole(corpus))
                .is_some_and(|(folder, corpus)| folder.starts_with(corpus)) =>
        {
            corpus.to_owned()
        }
        _ => folder.to_owned(),
    }
}

fn take(name: &str, root: &Path, context: &Context) -> anyhow::Result<Taken> {
    let document = context.document_itself(name)?;
    let opening = opening(&document.plan);
    let mut guess = guess(&opening);
    if let Some(date) = task::date(&document.plan) {
        guess.date = Some(date.to_string());
    }
    if guess.title.is_empty() {
        guess.title.clone_from(&document.id);
    }
    Ok(Taken {
        file: within(name, root),
        sha256: document.source.sha256.clone(),
        guess,
        front: opening.front.to_owned(),
        text: document.plan.outline.text,
    })
}

/// The path of a file as the register of `root` names it.
fn within(name: &str, root: &Path) -> String {
    let path = Path::new(name);
    let whole = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let (path, root) = match path.strip_prefix(root) {
        Ok(inside) => (inside.to_owned(), PathBuf::new()),
        Err(_) => (whole(path), whole(root)),
    };
    let inside = path.strip_prefix(&root).unwrap_or(&path);
    let parts = inside
        .components()
        .map(|part| part.as_os_str().to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}

/// Parts new files from those that the register knows, whose records are
/// brought up to date.
fn sift(
    taken: Vec<Taken>,
    root: &Path,
    register: &mut Register,
    lang: Lang,
) -> (Vec<Taken>, Vec<String>) {
    let colon = lang.pick(": ", "：");
    let known: Vec<(String, String, String)> = register
        .entries()
        .iter()
        .map(|entry| (entry.id.clone(), entry.file.clone(), entry.sha256.clone()))
        .collect();
    let mut remarks = Vec::new();
    let mut new: Vec<Taken> = Vec::new();
    let mut elsewhere = HashSet::new();
    for file in taken {
        if let Some((id, _, sha256)) = known.iter().find(|(_, known, _)| *known == file.file) {
            if *sha256 != file.sha256 {
                register.renew(id, &file.file, &file.sha256);
                remarks.push(format!("{}{colon}{}", file.file, said::changed(lang)));
            }
            continue;
        }
        let same = known.iter().find(|(_, _, sha256)| *sha256 == file.sha256);
        if let Some((id, place, _)) = same {
            if root.join(place).exists() {
                remarks.push(format!(
                    "{}{colon}{}",
                    file.file,
                    said::same_as(place, lang)
                ));
            } else {
                register.renew(id, &file.file, &file.sha256);
                remarks.push(format!("{}{colon}{}", file.file, said::moved(lang)));
                elsewhere.insert(id.clone());
            }
            continue;
        }
        match new.iter().find(|other| other.sha256 == file.sha256) {
            Some(other) => {
                let same = said::same_as(&other.file, lang);
                remarks.push(format!("{}{colon}{same}", file.file));
            }
            None => new.push(file),
        }
    }
    for (id, file, _) in &known {
        if !root.join(file).exists() && !elsewhere.contains(id) {
            remarks.push(format!("{file}{colon}{}", said::missing(lang)));
        }
    }
    (new, remarks)
}

/// A document that others may answer to.
struct Candidate {
    id: String,
    title: String,
    level: Level,
    place: Option<String>,
    text: String,
}

impl Candidate {
    /// Whether a document of this level and place may answer to it: no city
    /// answers to another province.
    fn is_above(&self, level: Option<Level>, place: Option<&str>) -> bool {
        let is_around = match (place, self.place.as_deref()) {
            (Some(own), Some(around)) => own.starts_with(around),
            _ => true,
        };
        level.is_none_or(|level| self.level < level) && (self.level == Level::Central || is_around)
    }
}

/// Enters the new documents into the register.
fn enter(new: &[Taken], register: &mut Register, context: &Context) {
    let ids = ids(new, register);
    let names = names(new, register);
    let candidates = candidates(new, &ids, register, context);
    for ((file, id), names) in new.iter().zip(&ids).zip(names) {
        let level = file.guess.level;
        let above: Vec<&Candidate> = candidates
            .iter()
            .filter(|one| one.id != *id && one.is_above(level, file.guess.place.as_deref()))
            .collect();
        let plans: Vec<Answering> = above
            .iter()
            .map(|one| Answering {
                title: &one.title,
                front: "",
                text: &one.text,
            })
            .collect();
        let own = Answering {
            title: &file.guess.title,
            front: &file.front,
            text: &file.text,
        };
        let reference = (level != Some(Level::Central))
            .then(|| answers_to(&own, &plans))
            .flatten()
            .map(|at| above[at].id.clone());
        let fields = FIELDS.map(|name| {
            let value = match name {
                "id" => Some(id.clone()),
                "names" => Some(names.join(" ")),
                "title" => Some(file.guess.title.clone()),
                "level" => Some(level.unwrap_or(Level::City).name().to_owned()),
                "place" => file.guess.place.clone(),
                "number" => file.guess.number.clone(),
                "date" => file.guess.date.clone(),
                _ => reference.clone(),
            };
            (name, value.unwrap_or_default())
        });
        let unsure = [("level", said::unsure(context.lang))];
        let unsure = if level.is_none() { &unsure[..] } else { &[] };
        register.add(&fields.into(), &file.file, &file.sha256, unsure);
    }
}

/// An id for each new document: the name of its file, as far as an id can be.
fn ids(new: &[Taken], register: &Register) -> Vec<String> {
    let mut used: HashSet<String> = register
        .entries()
        .iter()
        .map(|entry| entry.id.to_lowercase())
        .collect();
    new.iter()
        .map(|file| {
            let stem = Path::new(&file.file).file_stem().unwrap_or_default();
            let stem = stem.to_string_lossy();
            let parts: Vec<&str> = stem
                .split(|char: char| {
                    char.is_whitespace() || char.is_control() || ":：/\\-".contains(char)
                })
                .filter(|part| !part.is_empty())
                .collect();
            let stem = parts.join("-");
            let stem = if stem.is_empty() {
                "document".to_owned()
            } else {
                stem
            };
            let mut id = stem.clone();
            let mut count = 1;
            while !used.insert(id.to_lowercase()) {
                count += 1;
                id = format!("{stem}-{count}");
            }
            id
        })
        .collect()
}

/// The places of the new documents as other names (威海, 威海市), where no
/// other document has the place.
fn names(new: &[Taken], register: &Register) -> Vec<Vec<String>> {
    let mut count: HashMap<&str, usize> = HashMap::new();
    for file in new {
        *count
            .entry(file.guess.place_name.unwrap_or_default())
            .or_default() += 1;
    }
    let called: HashSet<&str> = register
        .entries()
        .iter()
        .flat_map(crate::corpus::Entry::called)
        .collect();
    new.iter()
        .map(|file| {
            let only = file
                .guess
                .place_name
                .filter(|name| count[name] == 1 && !called.contains(name));
            only.map_or_else(Vec::new, |name| {
                let short = crate::corpus::without_kind(name);
                let mut names = vec![short.to_owned(), name.to_owned()];
                names.dedup();
                names.retain(|name| !called.contains(name.as_str()));
                names
            })
        })
        .collect()
}

/// What a document may answer to: all of the folder, of the register, and
/// inside the program, but what speaks for a county.
fn candidates(
    new: &[Taken],
    ids: &[String],
    register: &Register,
    context: &Context,
) -> Vec<Candidate> {
    let mut candidates: Vec<Candidate> = new
        .iter()
        .zip(ids)
        .filter_map(|(file, id)| {
            Some(Candidate {
                id: id.clone(),
                title: file.guess.title.clone(),
                level: file.guess.level.filter(|level| *level < Level::County)?,
                place: file.guess.place.clone(),
                text: file.text.clone(),
            })
        })
        .collect();
    let registered = register.entries().iter().map(|entry| entry.id.clone());
    for id in registered.chain(["central".to_owned()]) {
        let known = candidates.iter().any(|one| one.id == id);
        let Some(document) = (!known)
            .then(|| context.document_itself(&id).ok())
            .flatten()
        else {
            continue;
        };
        if document.level < Level::County {
            candidates.push(Candidate {
                id,
                title: document.title,
                level: document.level,
                place: document.place,
                text: document.plan.outline.text,
            });
        }
    }
    candidates.sort_by_key(|one| one.level);
    candidates
}

/// Takes over the corrections of a sheet.
fn correct(sheet: &Path, register: &mut Register, lang: Lang) -> anyhow::Result<Vec<String>> {
    let name = sheet.display().to_string();
    let bytes = std::fs::read(sheet).map_err(|cause| output::unreadable(sheet, cause))?;
    let rows = read_sheet(&bytes, &name)
        .map_err(|cause| anyhow::anyhow!(said::bad_sheet(&name, &cause.message(lang), lang)))?;
    let mut notes = Vec::new();
    let mut corrected = 0;
    for (file, fields) in rows {
        match register.correct(&file, &fields) {
            Some(differed) => corrected += usize::from(differed),
            None => notes.push(said::unknown_row(&file, lang)),
        }
    }
    notes.push(said::corrected(corrected, lang));
    // What was corrected must still be a register: no id twice.
    Register::parse(&register.to_string(), sheet)?;
    Ok(notes)
}

fn write(
    matches: &ArgMatches,
    context: &Context,
    register: &Register,
    (kept, place): (usize, &Path),
    refused: &[(String, String)],
) -> anyhow::Result<()> {
    let lang = context.lang;
    let rows: Vec<(Fields, String)> = register.rows();
    let form = form(matches);
    if form == "toml" {
        let place = context.place().unwrap_or(place);
        let mut output = context.output_at(place)?;
        output.write_all(register.to_string().as_bytes())?;
        output.finish()?;
        if context.place().is_none() && rows.len() > kept {
            let mut output = context.output()?;
            report::register::table(&rows[kept..], &context.look(), &mut output)?;
            output.finish()?;
        }
        return Ok(());
    }
    let mut output = context.output_of(form)?;
    match form {
        "csv" => report::register::csv(&rows, matches.get_flag("bom"), lang, &mut output)?,
        _ => report::register::xlsx(&rows, refused, lang, &mut output)?,
    }
    output.finish()
}
