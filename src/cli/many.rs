//! The same done to each of many documents, on several threads, the results
//! written in the order of the documents as they come.
//!
//! What is written to a file stands beside its place until all is done, with a
//! record of how far it has come: a run that was interrupted goes on from there.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, IsTerminal, Seek, Write};
use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use super::{Context, output};
use crate::source;
use crate::words::many as words;

/// Documents done before their results are written, for each thread.
const BATCH: usize = 64;

/// What is to be done with many documents.
pub(super) struct Many<'m> {
    /// The documents, as [`Context::document`] takes them.
    pub names: &'m [String],
    /// What stands before the results.
    pub head: &'m [u8],
    /// What tells these results from those of other options: a run goes on
    /// only from one of the same kind.
    pub kind: String,
}

/// Does the same to each document from the one numbered `first`, several at a
/// time, and passes the results on in the order of the documents, a batch at
/// once; nothing for one that was refused, which is told of.
pub(super) fn in_batches<R: Send>(
    names: &[String],
    first: usize,
    context: &Context,
    of: impl Fn(&str) -> anyhow::Result<R> + Sync,
    mut take: impl FnMut(Vec<Option<R>>) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let jobs = context.jobs();
    let threads = rayon::ThreadPoolBuilder::new().num_threads(jobs).build()?;
    let progress = progress(names.len(), first, context);
    for batch in names[first..].chunks(BATCH * jobs) {
        let results: Vec<_> = threads.install(|| batch.par_iter().map(|name| of(name)).collect());
        let told = |error| progress.suspend(|| output::complain(&error, context.lang));
        take(
            results
                .into_iter()
                .map(|result| result.map_err(told).ok())
                .collect(),
        )?;
        progress.inc(batch.len() as u64);
    }
    progress.finish_and_clear();
    Ok(())
}

fn progress(all: usize, done: usize, context: &Context) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template(words::progress(context.lang))
        .expect("the template is checked by a test");
    ProgressBar::new(all as u64)
        .with_style(style)
        .with_position(done as u64)
}

impl Many<'_> {
    /// Writes the results of all documents; says how many were refused.
    pub(super) fn write(
        &self,
        context: &Context,
        of: impl Fn(&str) -> anyhow::Result<Vec<u8>> + Sync,
    ) -> anyhow::Result<usize> {
        let mut written = self.begin(context)?;
        if written.done > 0 {
            output::note(&words::resumed(written.done, context.lang));
        }
        in_batches(self.names, written.done, context, of, |batch| {
            for result in batch {
                match result {
                    Some(bytes) => written.add(&bytes)?,
                    None => written.refused += 1,
                }
                written.done += 1;
            }
            written.record()
        })?;
        written.finish()
    }

    /// Opens the place for the results, at its beginning or where an
    /// interrupted run stopped.
    fn begin(&self, context: &Context) -> anyhow::Result<Written> {
        let place = match context.output_place() {
            Some(place) if output::can_stand_beside(place) => place,
            _ => {
                let mut to = context.output()?;
                to.write_all(self.head)?;
                return Ok(Written::to(Target::Stream(to)));
            }
        };
        let part = beside(place, ".part");
        let journal = beside(place, ".progress");
        let kind = self.fingerprint();
        let stopped = Stopped::read(&journal).filter(|stopped| stopped.kind == kind);
        let cannot = |cause| output::unwritable(place, cause);
        let mut file = File::options()
            .write(true)
            .create(true)
            .truncate(false)
            .open(&part)
            .map_err(cannot)?;
        let stopped = stopped.filter(|stopped| {
            file.metadata()
                .is_ok_and(|found| found.len() >= stopped.bytes)
        });
        let (done, refused, bytes) = stopped.map_or((0, 0, 0), |stopped| {
            (stopped.done, stopped.refused, stopped.bytes)
        });
        file.set_len(bytes).map_err(cannot)?;
        file.seek(std::io::SeekFrom::Start(bytes)).map_err(cannot)?;
        let mut written = Written {
            done,
            refused,
            bytes,
            ..Written::to(Target::File {
                to: BufWriter::new(file),
                part,
                journal,
                kind,
                place: place.to_owned(),
            })
        };
        if bytes == 0 {
            written.add(self.head)?;
        }
        Ok(written)
    }

    /// The kind of run and the documents, their sizes and times of change.
    fn fingerprint(&self) -> String {
        let mut all = self.kind.clone();
        for name in self.names {
            let found = std::fs::metadata(name).ok();
            let size = found.as_ref().map_or(0, std::fs::Metadata::len);
            let changed = found
                .and_then(|found| found.modified().ok())
                .and_then(|changed| changed.duration_since(std::time::UNIX_EPOCH).ok())
                .unwrap_or_default();
            all.push_str(&format!("\n{name} {size} {}", changed.as_nanos()));
        }
        source::sha256(all.as_bytes())
    }
}

fn beside(place: &Path, ending: &str) -> PathBuf {
    let mut name = place.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// How far an interrupted run came.
struct Stopped {
    kind: String,
    done: usize,
    refused: usize,
    bytes: u64,
}

impl Stopped {
    /// Reads the last whole line of a record.
    fn read(journal: &Path) -> Option<Self> {
        let lines = BufReader::new(File::open(journal).ok()?).lines();
        lines
            .map_while(Result::ok)
            .filter_map(|line| Self::parse(&line))
            .last()
    }

    fn parse(line: &str) -> Option<Self> {
        let mut fields = line.strip_suffix('.')?.split(' ');
        Some(Self {
            kind: fields.next()?.to_owned(),
            done: fields.next()?.parse().ok()?,
            refused: fields.next()?.parse().ok()?,
            bytes: fields.next()?.parse().ok()?,
        })
    }
}

enum Target {
    Stream(output::Output),
    File {
        to: BufWriter<File>,
        part: PathBuf,
        journal: PathBuf,
        kind: String,
        place: PathBuf,
    },
}

/// What has been written.
struct Written {
    target: Target,
    done: usize,
    refused: usize,
    bytes: u64,
}

impl Written {
    fn to(target: Target) -> Self {
        Self {
            target,
            done: 0,
            refused: 0,
            bytes: 0,
        }
    }

    fn add(&mut self, bytes: &[u8]) -> anyhow::Result<()> {
        self.bytes += bytes.len() as u64;
        match &mut self.target {
            Target::Stream(to) => to.write_all(bytes)?,
            Target::File { to, place, .. } => to
                .write_all(bytes)
                .map_err(|cause| output::unwritable(place, cause))?,
        }
        Ok(())
    }

    /// Makes what is written outlast an interruption, and notes how far it goes.
    fn record(&mut self) -> anyhow::Result<()> {
        match &mut self.target {
            Target::Stream(to) => to.flush()?,
            Target::File {
                to,
                journal,
                kind,
                place,
                ..
            } => {
                let line = format!("{kind} {} {} {}.\n", self.done, self.refused, self.bytes);
                let noted = to.flush().and_then(|()| {
                    let mut journal = File::options().create(true).append(true).open(journal)?;
                    journal.write_all(line.as_bytes())
                });
                noted.map_err(|cause| output::unwritable(place, cause))?;
            }
        }
        Ok(())
    }

    /// Puts the results in their place; says how many documents were refused.
    fn finish(self) -> anyhow::Result<usize> {
        match self.target {
            Target::Stream(to) => to.finish()?,
            Target::File {
                to,
                part,
                journal,
                place,
                ..
            } => {
                let put = to
                    .into_inner()
                    .map_err(std::io::IntoInnerError::into_error)
                    .and_then(|file| file.sync_all())
                    .and_then(|()| std::fs::rename(&part, &place));
                put.map_err(|cause| output::unwritable(&place, cause))?;
                let _ = std::fs::remove_file(journal);
            }
        }
        Ok(self.refused)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    #[test]
    fn the_bar_can_be_drawn_in_both_languages() {
        for lang in [Lang::En, Lang::Zh] {
            assert!(ProgressStyle::with_template(words::progress(lang)).is_ok());
        }
    }

    #[test]
    fn a_record_cut_short_is_not_believed() {
        assert!(Stopped::parse("abc 64 1 2048.").is_some());
        for cut in ["abc 64 1 204", "abc 64 1.", ""] {
            assert!(Stopped::parse(cut).is_none(), "{cut}");
        }
    }
}
