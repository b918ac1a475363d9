//! Why something could not be done, and what to do about it.

use super::Lang;

/// Why a file is no document.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(
    missing_docs,
    reason = "the fields are the values named in the message"
)]
pub enum Refusal {
    /// No byte, or only blanks.
    Empty,
    /// No text.
    Binary,
    /// Larger than the limit.
    TooLarge { bytes: usize, limit: usize },
    /// A PDF.
    Pdf,
    /// A `.doc`, `.wps`, `.xls` of the old binary kind.
    LegacyOffice,
}

impl Refusal {
    /// What the file is and what to do instead.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Empty => lang.pick("the file holds no text", "文件中没有文字").into(),
            Self::Binary => lang
                .pick(
                    "this is no text file; save the document as .txt or .docx and try again",
                    "这不是文本文件；请另存为 .txt 或 .docx 后重试",
                )
                .into(),
            Self::TooLarge { bytes, limit } => match lang {
                Lang::En => format!(
                    "{bytes} bytes are more than the limit of {limit}; raise it with --max-bytes"
                ),
                Lang::Zh => {
                    format!("文件有 {bytes} 字节，超过上限 {limit}；可用 --max-bytes 提高上限")
                }
            },
            Self::Pdf => lang
                .pick(
                    "this is a PDF; copy its text into a .txt file, or convert it to .docx",
                    "这是 PDF 文件；请将文字复制到 .txt 文件，或转换为 .docx",
                )
                .into(),
            Self::LegacyOffice => lang
                .pick(
                    "this is an old Word or WPS file; open it there and save it as .docx",
                    "这是旧版 Word 或 WPS 文件；请打开后另存为 .docx",
                )
                .into(),
        }
    }
}
