//! Where results go, and how failures are told.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use crate::corpus::CorpusError;
use crate::source::SourceError;
use crate::words::Lang;
use crate::words::error as words;

/// A place for results. A file is written beside its place and renamed when
/// finished, so that a stopped run leaves the old file or the new one. Styles
/// are left out wherever they would not be seen.
pub(super) struct Output {
    stream: Box<dyn Write>,
    beside: Option<(tempfile::NamedTempFile, PathBuf)>,
}

/// Results are passed on in pieces of so many bytes: each costs a system call.
const PIECE: usize = 1 << 16;

impl Output {
    pub(super) fn open(place: Option<&Path>, color: anstream::ColorChoice) -> anyhow::Result<Self> {
        let Some(place) = place else {
            return Ok(Self {
                stream: match resolved(color) {
                    anstream::ColorChoice::Never => plain(io::stdout()),
                    seen => Box::new(BufWriter::new(anstream::AutoStream::new(
                        io::stdout(),
                        seen,
                    ))),
                },
                beside: None,
            });
        };
        let cannot = || format!("{}", place.display());
        let beside = if std::fs::metadata(place).is_ok_and(|found| !found.is_file()) {
            None
        } else {
            let folder = match place.parent() {
                Some(parent) if !parent.as_os_str().is_empty() => parent,
                _ => Path::new("."),
            };
            let beside = tempfile::NamedTempFile::new_in(folder).with_context(cannot)?;
            Some((beside, place.to_owned()))
        };
        let file = match &beside {
            Some((beside, _)) => beside.as_file().try_clone(),
            None => std::fs::File::options().write(true).open(place),
        };
        let file = file.with_context(cannot)?;
        Ok(Self {
            stream: match color {
                anstream::ColorChoice::Always | anstream::ColorChoice::AlwaysAnsi => {
                    Box::new(BufWriter::with_capacity(PIECE, file))
                }
                _ => plain(file),
            },
            beside,
        })
    }

    /// Makes the results stand: flushes, and puts a file in its place.
    pub(super) fn finish(mut self) -> anyhow::Result<()> {
        self.flush()?;
        if let Some((beside, place)) = self.beside {
            beside.as_file().sync_all()?;
            set_usual_permissions(beside.path())?;
            beside
                .persist(&place)
                .with_context(|| format!("{}", place.display()))?;
        }
        Ok(())
    }
}

/// A stream that leaves styles out before it gathers what it passes on.
fn plain(to: impl Write + 'static) -> Box<dyn Write> {
    Box::new(Plain(BufWriter::with_capacity(PIECE, to)))
}

/// Passes on all but escape sequences. A report has none but those of its own
/// styles, and writes each whole.
struct Plain<W: Write>(W);

impl<W: Write> Write for Plain<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut rest = bytes;
        while let Some(at) = memchr::memchr(b'\x1b', rest) {
            self.0.write_all(&rest[..at])?;
            rest = &rest[at..];
            let end = rest.iter().skip(2).position(u8::is_ascii_alphabetic);
            rest = end.map_or(&[], |end| &rest[end + 3..]);
        }
        self.0.write_all(rest)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// `auto` decided for standard output: colour on a terminal that wants it.
pub(super) fn resolved(color: anstream::ColorChoice) -> anstream::ColorChoice {
    match color {
        anstream::ColorChoice::Auto => anstream::AutoStream::choice(&io::stdout()),
        given => given,
    }
}

/// Temporary files are private; a result is readable as any new file is.
#[cfg(unix)]
fn set_usual_permissions(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn set_usual_permissions(_: &Path) -> io::Result<()> {
    Ok(())
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.stream.write(bytes)
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stream.write_all(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}

/// Whether an error only says that the reader of a pipe went away.
pub(super) fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}

/// Tells an error on standard error, in the reader's language.
pub(super) fn complain(error: &anyhow::Error, lang: Lang) {
    note(&format!("{}: {}", words::error(lang), message(error, lang)));
}

/// An error in the reader's language.
pub(super) fn message(error: &anyhow::Error, lang: Lang) -> String {
    if let Some(error) = error.downcast_ref::<CorpusError>() {
        error.message(lang)
    } else if let Some(error) = error.downcast_ref::<SourceError>() {
        error.message(lang)
    } else {
        format!("{error:#}")
    }
}

/// Tells on standard error how a command ended.
pub(super) fn note(text: &str) {
    let _ = writeln!(anstream::stderr(), "{text}");
}
