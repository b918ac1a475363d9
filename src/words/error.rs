//! Why something could not be done, and what to do about it.

use super::Lang;

/// The word before an error message.
pub const fn error(lang: Lang) -> &'static str {
    lang.pick("error", "错误")
}

/// No node of this id or citation.
pub fn no_such_node(document: &str, id: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("“{document}” has no node “{id}”; `plan show {document}` lists them"),
        Lang::Zh => format!("“{document}”中没有“{id}”；用 `plan show {document}` 查看全部"),
    }
}

/// An argument chooses from a comparison of two plans, and three were named.
pub fn not_of_three(argument: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "--{argument} does not work with a plan between; leave it out, or compare two plans"
        ),
        Lang::Zh => format!("有中间文件时不能使用 --{argument}；请去掉此选项，或只比较两份文件"),
    }
}

/// A folder holds nothing that can be read.
pub fn no_documents(folder: &str, lang: Lang) -> String {
    match lang {
        Lang::En => {
            format!("no document in {folder}: none of its files is a text, a web page or a .docx")
        }
        Lang::Zh => format!("{folder} 中没有可读的文件：其中没有文本、网页或 .docx"),
    }
}

/// No command of this name.
pub fn no_such_command(name: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("there is no command “{name}”; `plan --help` lists them"),
        Lang::Zh => format!("没有“{name}”这个命令；用 `plan --help` 查看全部"),
    }
}

/// No chapter of this number.
pub fn no_such_chapter(document: &str, name: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "“{document}” has no chapter “{name}”; `plan show {document} --depth 1` lists them"
        ),
        Lang::Zh => {
            format!("“{document}”没有“{name}”这一章；用 `plan show {document} --depth 1` 查看各章")
        }
    }
}

/// No local plan to compare with the reference.
pub fn no_locals(reference: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("no document of the corpus answers to “{reference}”; name local plans"),
        Lang::Zh => format!("语料库中没有以“{reference}”为上位规划的文件；请指定地方文件"),
    }
}

/// A report on so many documents is a page and a folder, not one stream.
pub fn needs_file(documents: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "a report on {documents} documents is a page with a folder beside it; say where with `-o report.html`"
        ),
        Lang::Zh => {
            format!("{documents} 份文件的报告为网页及其附属文件夹；请用 `-o report.html` 指定位置")
        }
    }
}

/// A form that no terminal can show.
pub fn needs_name(form: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "{form} is no text for a terminal; name a file with `-o`, such as `-o result.{form}`"
        ),
        Lang::Zh => format!("{form} 无法在终端显示；请用 `-o` 指定文件，如 `-o result.{form}`"),
    }
}

/// A form of several files.
pub fn needs_folder(form: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{form} is a folder of files; say where with `-o FOLDER`"),
        Lang::Zh => format!("{form} 由多个文件组成；请用 `-o 文件夹` 指定位置"),
    }
}

/// A form that this program was built without.
#[cfg(not(feature = "parquet"))]
pub fn left_out(form: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "this program was built without {form}; use `--format csv`, which has the same tables, or build it with `cargo build --features {form}`"
        ),
        Lang::Zh => format!(
            "此程序编译时未包含 {form}；请用 `--format csv`（各表相同），或以 `cargo build --features {form}` 重新编译"
        ),
    }
}

/// A file to be read back that `plan export` did not write.
pub fn no_export(name: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "{name} is no export of documents; give a file that `plan export DOC -o FILE.json` wrote"
        ),
        Lang::Zh => {
            format!("{name} 不是导出的文件；请给出由 `plan export DOC -o FILE.json` 写出的文件")
        }
    }
}

/// A folder is asked for where a file lies.
pub fn is_no_folder(place: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{place} is a file, and a folder is to be written; name another"),
        Lang::Zh => format!("{place} 是文件，而此处需写入文件夹；请另行指定"),
    }
}

/// A folder that holds something else is not replaced.
pub fn folder_in_use(place: &str, found: &str, lang: Lang) -> String {
    match lang {
        Lang::En => {
            format!("{place} holds “{found}”, which this export does not write; name a new folder")
        }
        Lang::Zh => format!("{place} 中有本次导出不会写入的“{found}”；请指定新的文件夹"),
    }
}

/// A form that speaks of documents alone.
pub fn form_without_links(form: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "{form} has no place for links; use `--format csv`, `parquet`, `graphml` or `dot`, or `plan diff`"
        ),
        Lang::Zh => format!(
            "{form} 不含对应关系；请用 `--format csv`、`parquet`、`graphml` 或 `dot`，或用 `plan diff`"
        ),
    }
}

/// No document answers to another.
pub fn nothing_to_compare(lang: Lang) -> &'static str {
    lang.pick(
        "the register names no reference for these documents; name one with `--with-links=REF`",
        "清单未记这些文件的上位规划；请用 `--with-links=REF` 指定",
    )
}

/// No data form of this name.
pub fn no_such_form(name: &str, known: &[&str], lang: Lang) -> String {
    let known = known.join(", ");
    match lang {
        Lang::En => format!("there is no form “{name}”; there are {known}"),
        Lang::Zh => format!("没有“{name}”这种格式；可用的有 {known}"),
    }
}

/// The extension of a file asks for a form that the command does not have.
pub fn cannot_write(form: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "this command has no form {form}; give the file another extension, or choose with `--format`"
        ),
        Lang::Zh => format!("此命令没有 {form} 格式；请改用其他扩展名，或用 `--format` 指定格式"),
    }
}

/// Why a file is no document.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(
    missing_docs,
    reason = "the fields are the values named in the message"
)]
pub enum Refusal {
    /// No byte at all.
    Empty,
    /// Only blanks and line breaks.
    Blank,
    /// A page or Word document without a word in it.
    WithoutText,
    /// No text.
    Binary,
    /// Larger than the limit.
    TooLarge { limit: usize },
    /// A PDF.
    Pdf,
    /// A Word `.doc` of the old binary kind.
    LegacyWord,
    /// A WPS `.wps`.
    Wps,
    /// A workbook, old or new.
    Spreadsheet,
    /// Slides, old or new.
    Slides,
    /// An OpenDocument text.
    OpenDocument,
    /// A layout document of GB/T 33190 (`.ofd`).
    Ofd,
    /// Rich text.
    Rtf,
    /// A page saved together with its pictures (`.mht`).
    WebArchive,
    /// A picture.
    Picture,
    /// A zip or other archive.
    Archive,
    /// An Office document under a password.
    Encrypted,
    /// A Word document, a part of which cannot be read.
    BrokenDocx { part: String, fault: PartFault },
    /// A Word document that unpacks to far more than it holds.
    ZipBomb { part: String },
    /// A Word document with a part outside its own folder.
    ClimbingPath { path: String },
    /// A Word document that declares a document type or entities.
    DocumentType { part: String },
    /// An export of several documents where one is wanted.
    SeveralDocuments { count: usize },
    /// An export whose text was changed.
    ChangedExport { id: String },
}

/// What is wrong with a part of a Word document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartFault {
    /// The archive cannot be unpacked there.
    Archive,
    /// The part is not in the archive.
    Missing,
    /// It is not well-formed XML.
    Xml,
}

impl PartFault {
    fn text(self, lang: Lang) -> &'static str {
        match self {
            Self::Archive => lang.pick("it cannot be unpacked", "无法解压"),
            Self::Missing => lang.pick("it is missing", "缺失"),
            Self::Xml => lang.pick("it is not well-formed XML", "不是合法的 XML"),
        }
    }
}

impl Refusal {
    /// What the file is and what to do instead.
    #[allow(
        clippy::too_many_lines,
        reason = "one arm a refusal, two sentences each"
    )]
    pub fn message(&self, lang: Lang) -> String {
        let fixed = match self {
            Self::Empty => (
                "the file is empty; check that it was saved",
                "文件为空；请确认已正确保存",
            ),
            Self::Blank => (
                "the file holds only blanks; check that it was saved",
                "文件中只有空白；请确认已正确保存",
            ),
            Self::WithoutText => (
                "no text was found in it; if the text is a picture or made by a script, copy it into a .txt file",
                "其中没有文字；如文字为图片或由脚本生成，请复制到 .txt 文件",
            ),
            Self::Binary => (
                "this is no text file; save the document as .txt or .docx and try again",
                "这不是文本文件；请另存为 .txt 或 .docx 后重试",
            ),
            Self::Pdf => (
                "this is a PDF; copy its text into a .txt file, or convert it to .docx",
                "这是 PDF 文件；请将文字复制到 .txt 文件，或转换为 .docx",
            ),
            Self::LegacyWord => (
                "this is an old Word file (.doc); open it in Word or WPS and save it as .docx",
                "这是旧版 Word 文件（.doc）；请用 Word 或 WPS 打开后另存为 .docx",
            ),
            Self::Wps => (
                "this is a WPS file (.wps); open it in WPS and save it as .docx",
                "这是 WPS 文件（.wps）；请用 WPS 打开后另存为 .docx",
            ),
            Self::Spreadsheet => (
                "this is a workbook; copy the text into a .txt file, or save the sheet as text",
                "这是电子表格；请将文字复制到 .txt 文件，或将工作表另存为文本",
            ),
            Self::Slides => (
                "this is a presentation; copy its text into a .txt file",
                "这是演示文稿；请将文字复制到 .txt 文件",
            ),
            Self::OpenDocument => (
                "this is an OpenDocument file; open it in its program and save it as .docx",
                "这是 OpenDocument 文件；请打开后另存为 .docx",
            ),
            Self::Ofd => (
                "this is an OFD layout document; copy its text into a .txt file, or convert it to .docx",
                "这是 OFD 版式文件；请将文字复制到 .txt 文件，或转换为 .docx",
            ),
            Self::Rtf => (
                "this is a rich text file (RTF); open it in Word or WPS and save it as .docx",
                "这是 RTF 文件；请用 Word 或 WPS 打开后另存为 .docx",
            ),
            Self::WebArchive => (
                "this is a page saved with its pictures (.mht); save it as HTML only, or copy its text into a .txt file",
                "这是单个文件网页（.mht）；请另存为仅 HTML，或将文字复制到 .txt 文件",
            ),
            Self::Picture => (
                "this is a picture; recognise its text (OCR) and save that as .txt",
                "这是图片；请识别其中文字（OCR）后存为 .txt",
            ),
            Self::Archive => (
                "this is an archive; unpack it and give the documents inside",
                "这是压缩包；请解压后再读取其中的文件",
            ),
            Self::Encrypted => (
                "the document is under a password; open it and save a copy without one",
                "文件已加密；请打开后另存一份不加密的副本",
            ),
            Self::SeveralDocuments { count } => {
                return match lang {
                    Lang::En => format!(
                        "it holds {count} exported documents, and one is wanted; export each to a file of its own, or read them all with `plan import`"
                    ),
                    Lang::Zh => format!(
                        "其中有 {count} 份导出的文件，而此处只需一份；请逐份导出，或用 `plan import` 一并读入"
                    ),
                };
            }
            Self::ChangedExport { id } => {
                return match lang {
                    Lang::En => format!(
                        "the text of “{id}” was changed after the export and is not that of the file it names; save the text as a .txt file, or export it anew"
                    ),
                    Lang::Zh => format!(
                        "“{id}”的文字在导出后有改动，已与所记来源文件不符；请将文字另存为 .txt，或重新导出"
                    ),
                };
            }
            Self::TooLarge { limit } => {
                return match lang {
                    Lang::En => format!(
                        "the file is larger than {limit} bytes; raise the limit with --max-bytes"
                    ),
                    Lang::Zh => format!("文件超过 {limit} 字节的上限；可用 --max-bytes 提高上限"),
                };
            }
            Self::BrokenDocx { part, fault } => {
                let fault = fault.text(lang);
                return match lang {
                    Lang::En => format!(
                        "the Word document is broken: {part}: {fault}; open it in Word or WPS and save it again as .docx"
                    ),
                    Lang::Zh => {
                        format!(
                            "Word 文件已损坏：{part}：{fault}；请用 Word 或 WPS 打开后重新另存为 .docx"
                        )
                    }
                };
            }
            Self::ZipBomb { part } => {
                return match lang {
                    Lang::En => format!(
                        "{part} unpacks to far more than a document holds; if you trust the file, save it again as .docx"
                    ),
                    Lang::Zh => format!("{part} 解压后体积异常；如文件可信，请重新另存为 .docx"),
                };
            }
            Self::ClimbingPath { path } => {
                return match lang {
                    Lang::En => format!(
                        "a part of the document points outside it: {path}; if you trust the file, save it again as .docx"
                    ),
                    Lang::Zh => {
                        format!("文件中有指向外部的路径：{path}；如文件可信，请重新另存为 .docx")
                    }
                };
            }
            Self::DocumentType { part } => {
                return match lang {
                    Lang::En => format!(
                        "{part} declares entities, which no Word document does; if you trust the file, save it again as .docx"
                    ),
                    Lang::Zh => {
                        format!(
                            "{part} 含有实体声明，正常的 Word 文件没有；如文件可信，请重新另存为 .docx"
                        )
                    }
                };
            }
        };
        lang.pick(fixed.0, fixed.1).into()
    }
}

/// What can be wrong with a corpus or a name.
pub mod corpus {
    use super::Lang::{self, En, Zh};

    /// No such document; `near` is the id and the name most like it.
    pub fn unknown(name: &str, near: Option<(&str, Option<&str>)>, lang: Lang) -> String {
        match (near, lang) {
            (Some((id, Some(other))), En) => {
                format!("no document “{name}”; did you mean “{id}” ({other})?")
            }
            (Some((id, Some(other))), Zh) => format!("没有文件“{name}”；是否指“{id}”（{other}）？"),
            (Some((id, None)), En) => format!("no document “{name}”; did you mean “{id}”?"),
            (Some((id, None)), Zh) => format!("没有文件“{name}”；是否指“{id}”？"),
            (None, En) => {
                format!(
                    "no document “{name}”: it is neither a name in the corpus (see `plan list`) nor a file"
                )
            }
            (None, Zh) => {
                format!("没有文件“{name}”：语料库中无此名称（见 `plan list`），也没有这个文件")
            }
        }
    }

    /// A folder was given for a document.
    pub fn is_folder(path: &str, lang: Lang) -> String {
        match lang {
            En => format!("{path} is a folder; name one document in it"),
            Zh => format!("{path} 是文件夹；请指定其中一份文件"),
        }
    }

    /// The folder holds no register.
    pub fn no_manifest(path: &str, lang: Lang) -> String {
        match lang {
            En => format!(
                "there is no register {path}; name a folder that holds a corpus.toml, or make one with `plan add FOLDER`"
            ),
            Zh => format!(
                "没有清单 {path}；请指定含有 corpus.toml 的文件夹，或用 `plan add 文件夹` 生成"
            ),
        }
    }

    /// The register does not parse.
    pub fn bad_manifest(path: &str, cause: &str, lang: Lang) -> String {
        match lang {
            En => format!("the register {path} cannot be understood:\n{cause}"),
            Zh => format!("清单 {path} 格式有误：\n{cause}"),
        }
    }

    /// Two documents of one id.
    pub fn duplicate_id(path: &str, id: &str, lang: Lang) -> String {
        match lang {
            En => {
                format!("{path}: the id “{id}” stands twice; give each document an id of its own")
            }
            Zh => format!("{path}：标识“{id}”重复；每份文件的标识须不同"),
        }
    }

    /// A file outside the corpus folder.
    pub fn outside_folder(path: &str, file: &str, lang: Lang) -> String {
        match lang {
            En => format!("{path}: “{file}” lies outside the corpus folder; move it in"),
            Zh => format!("{path}：“{file}”在语料库文件夹之外；请移入文件夹"),
        }
    }

    /// The file is not the one recorded.
    pub fn wrong_hash(id: &str, found: &str, lang: Lang) -> String {
        match lang {
            En => format!(
                "“{id}” is not the file that the register records (its SHA-256 is {found}); \
                 put the recorded file back, or run `plan add` to record this one"
            ),
            Zh => format!(
                "“{id}”与清单记载的文件不符（SHA-256 为 {found}）；请恢复原文件，或用 `plan add` 重新登记"
            ),
        }
    }
}
