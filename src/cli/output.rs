//! Where results go, and how failures are told.

use anyhow::Context as _;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::corpus::CorpusError;
use crate::report::export::{self, Files};
use crate::source::SourceError;
use crate::words::visible::visible;
use crate::words::{Lang, error as words, file};

/// A place for results. A file is written beside its place and renamed when
/// finished, so that a stopped run leaves the old file or the new one. Styles
/// are left out wherever they would not be seen.
pub(super) struct Output {
    stream: Box<dyn Write>,
    place: Option<PathBuf>,
    beside: Option<tempfile::NamedTempFile>,
}

/// A place that cannot be written.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message(Lang::En))]
struct WriteError {
    /// The file; nothing for standard output.
    place: Option<PathBuf>,
    cause: io::Error,
}

impl WriteError {
    fn message(&self, lang: Lang) -> String {
        let place = self.place.as_ref().map(|place| place.display().to_string());
        file::unwritable(place.as_deref(), &self.cause, lang)
    }
}

/// The error of a place that cannot be written.
pub(super) fn unwritable(place: &Path, cause: io::Error) -> anyhow::Error {
    WriteError {
        place: Some(place.to_owned()),
        cause,
    }
    .into()
}

/// The error of a file that cannot be read.
pub(super) fn unreadable(place: &Path, cause: io::Error) -> anyhow::Error {
    CorpusError::unreadable(&place.display().to_string(), cause).into()
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
                place: None,
                beside: None,
            });
        };
        let (file, beside) = beside(place).map_err(|cause| unwritable(place, cause))?;
        Ok(Self {
            stream: match color {
                anstream::ColorChoice::Always | anstream::ColorChoice::AlwaysAnsi => {
                    Box::new(BufWriter::with_capacity(PIECE, file))
                }
                _ => plain(file),
            },
            place: Some(place.to_owned()),
            beside,
        })
    }

    /// Makes the results stand: flushes, and puts a file in its place.
    pub(super) fn finish(mut self) -> anyhow::Result<()> {
        self.flush()?;
        if let (Some(beside), Some(place)) = (self.beside, self.place) {
            put(beside, &place).map_err(|cause| unwritable(&place, cause))?;
        }
        Ok(())
    }
}

/// Whether results can be written beside the place first: not so with a device.
pub(super) fn can_stand_beside(place: &Path) -> bool {
    !std::fs::metadata(place).is_ok_and(|found| !found.is_file())
}

/// A new file beside the place; where no file can stand beside, the place
/// itself.
fn beside(place: &Path) -> io::Result<(std::fs::File, Option<tempfile::NamedTempFile>)> {
    if !can_stand_beside(place) {
        let device = std::fs::File::options().write(true).open(place)?;
        return Ok((device, None));
    }
    let place = behind_links(place);
    let folder = match place.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let beside = tempfile::Builder::new()
        .prefix(".plan-")
        .tempfile_in(folder);
    // The error would name the temporary file, which nobody knows.
    let beside = beside.map_err(|cause| io::Error::from(cause.kind()))?;
    Ok((beside.as_file().try_clone()?, Some(beside)))
}

fn put(beside: tempfile::NamedTempFile, place: &Path) -> io::Result<()> {
    beside.as_file().sync_all()?;
    set_usual_permissions(beside.path())?;
    beside.persist(behind_links(place))?;
    Ok(())
}

/// The file that a link leads to, so that the link stays one.
fn behind_links(place: &Path) -> PathBuf {
    std::fs::canonicalize(place).unwrap_or_else(|_| place.to_owned())
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

impl Output {
    /// Says where a failure happened.
    fn at_place<T>(&self, result: io::Result<T>) -> io::Result<T> {
        result.map_err(|cause| {
            let kind = cause.kind();
            let place = self.place.clone();
            io::Error::new(kind, WriteError { place, cause })
        })
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let result = self.stream.write(bytes);
        self.at_place(result)
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        let result = self.stream.write_all(bytes);
        self.at_place(result)
    }

    fn flush(&mut self) -> io::Result<()> {
        let result = self.stream.flush();
        self.at_place(result)
    }
}

/// Writes the files of a form that is a folder beside its place, then renames
/// it. A folder that is there already is replaced only if it is such an export.
pub(super) fn folder(
    place: Option<&Path>,
    form: &str,
    files: &Files,
    lang: Lang,
) -> anyhow::Result<()> {
    let place = place.with_context(|| words::needs_folder(form, lang))?;
    let cannot = |cause| unwritable(place, cause);
    let listed = export::listed(place);
    let is_export = |name: &std::ffi::OsStr| {
        let mut written = files.iter().map(|(name, _)| name).chain(&listed);
        written.any(|known| **known == *name)
    };
    if place.exists() {
        let shown = place.display().to_string();
        anyhow::ensure!(place.is_dir(), words::is_no_folder(&shown, lang));
        for found in std::fs::read_dir(place).map_err(cannot)? {
            let name = found.map_err(cannot)?.file_name();
            anyhow::ensure!(
                is_export(&name),
                words::folder_in_use(&shown, &name.to_string_lossy(), lang)
            );
        }
    }
    let parent = match place.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    // The error would name the temporary folder, which nobody knows.
    let beside = tempfile::tempdir_in(parent).map_err(|cause| cannot(cause.kind().into()))?;
    let written = beside.path().join("new");
    std::fs::create_dir(&written).map_err(cannot)?;
    for (name, content) in files {
        std::fs::write(written.join(name), content).map_err(cannot)?;
    }
    if place.exists() {
        std::fs::rename(place, beside.path().join("old")).map_err(cannot)?;
    }
    std::fs::rename(&written, place).map_err(cannot)
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
    error
        .chain()
        .find_map(|cause| typed(cause, lang))
        .unwrap_or_else(|| format!("{error:#}"))
}

/// What an error of the program's own says; it may stand inside one of the
/// standard library.
fn typed(error: &(dyn std::error::Error + 'static), lang: Lang) -> Option<String> {
    if let Some(inside) = error
        .downcast_ref::<io::Error>()
        .and_then(io::Error::get_ref)
    {
        return typed(inside, lang);
    }
    let corpus = error.downcast_ref::<CorpusError>();
    let source = error.downcast_ref::<SourceError>();
    let write = error.downcast_ref::<WriteError>();
    corpus
        .map(|error| error.message(lang))
        .or_else(|| source.map(|error| error.message(lang)))
        .or_else(|| write.map(|error| error.message(lang)))
}

/// Tells on standard error how a command ended. Names of files may hold what
/// steers a terminal.
pub(super) fn note(text: &str) {
    let lines: Vec<_> = text.lines().map(visible).collect();
    let _ = writeln!(anstream::stderr(), "{}", lines.join("\n"));
}
