//! Why a file could not be read or written, and what to do about it.

use std::io::{Error, ErrorKind};

use super::Lang;

/// The file or standard input cannot be read.
pub fn unreadable(name: &str, cause: &Error, lang: Lang) -> String {
    let name = match name {
        "-" => lang.pick("standard input", "标准输入"),
        name => name,
    };
    let (cause, remedy) = told(cause, lang);
    let remedy = remedy.unwrap_or(lang.pick(
        "check that it can be opened, or copy it to another place",
        "请确认可以打开，或复制到其他位置",
    ));
    match lang {
        Lang::En => format!("cannot read {name}: {cause}; {remedy}"),
        Lang::Zh => format!("无法读取 {name}：{cause}；{remedy}"),
    }
}

/// The file or standard output cannot be written; what stood there is left.
pub fn unwritable(name: Option<&str>, cause: &Error, lang: Lang) -> String {
    let name = name.unwrap_or(lang.pick("standard output", "标准输出"));
    let (told, remedy) = told(cause, lang);
    let remedy = match remedy {
        // Excel and Word hold the files that they show.
        _ if is_held(cause) => lang.pick(
            "close it if another program shows it, or name another place with `-o`",
            "如正由其他程序打开请先关闭，或用 `-o` 指定其他位置",
        ),
        Some(remedy) => remedy,
        None => lang.pick("name another place with `-o`", "请用 `-o` 指定其他位置"),
    };
    match lang {
        Lang::En => format!("cannot write {name}: {told}; {remedy}"),
        Lang::Zh => format!("无法写入 {name}：{told}；{remedy}"),
    }
}

/// Whether the file may not be replaced now: Windows says so, in one of two
/// ways, of a file that another program has open.
fn is_held(cause: &Error) -> bool {
    const SHARING_VIOLATION: i32 = 32;
    cause.kind() == ErrorKind::PermissionDenied
        || cfg!(windows) && cause.raw_os_error() == Some(SHARING_VIOLATION)
}

/// A device was given where a document is wanted.
pub fn is_device(path: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{path} is a device; name a document, or `-` for standard input"),
        Lang::Zh => format!("{path} 是设备；请指定一份文件，或用 `-` 表示标准输入"),
    }
}

/// The cause in the reader's language, and what to do where that depends on
/// the cause. What the system alone knows is told in its own words.
fn told(cause: &Error, lang: Lang) -> (String, Option<&'static str>) {
    let (en, zh, remedy) = match cause.kind() {
        ErrorKind::NotFound => (
            "there is no such file or folder",
            "没有这个文件或文件夹",
            Some(("check its name", "请检查名称")),
        ),
        ErrorKind::PermissionDenied => (
            "permission denied",
            "没有权限",
            Some((
                "ask its owner for the right, or use a copy elsewhere",
                "请向所有者申请权限，或改用其他位置的副本",
            )),
        ),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => (
            "the disk is full",
            "磁盘已满",
            Some((
                "free some space, or name another place with `-o`",
                "请清理磁盘，或用 `-o` 指定其他位置",
            )),
        ),
        ErrorKind::ReadOnlyFilesystem => ("the disk cannot be written to", "磁盘为只读", None),
        ErrorKind::IsADirectory => (
            "it is a folder",
            "它是文件夹",
            Some(("name a file in it", "请指定其中的文件")),
        ),
        ErrorKind::NotADirectory => (
            "a file stands where a folder is named",
            "路径中的文件夹其实是文件",
            Some(("check its name", "请检查名称")),
        ),
        ErrorKind::InvalidData => (
            "it is not UTF-8",
            "不是 UTF-8 编码",
            Some(("save it again as UTF-8", "请另存为 UTF-8 编码")),
        ),
        _ => return (cause.to_string(), None),
    };
    (
        lang.pick(en, zh).to_owned(),
        remedy.map(|(en, zh)| lang.pick(en, zh)),
    )
}
