//! What `plan add` says, and the headings of the register.

use super::{Lang, plural};

phrases! {
    /// Column.
    place: "place", "地方";
    /// Column: 发文字号.
    number: "document number", "发文字号";
    /// Column.
    date: "date", "日期";
    /// Column.
    file: "file", "文件";
    /// Column: why a file could not be read, and what to do.
    reason: "what is wrong and what to do", "原因与处理办法";
    /// Sheet: the documents.
    sheet: "register", "登记表";
    /// Sheet and list: the files that were refused.
    unreadable: "could not be read", "未能读取";
    /// Remark at a value that nothing in the document tells.
    unsure: "not told by the document, please check", "文中未注明，请核对";
    /// First lines of a new register.
    comment: "The register of these documents. Correct what was guessed wrong; `plan add` on the same\nfolder adds new files and leaves the rest as it is. Hashes are kept by the program.", "文件登记表。识别有误之处请改正；再次对同一文件夹运行 plan add 只登记新文件，其余不变。\n校验值由程序维护。";
    /// Above the sheet.
    how_to_correct: "Correct what was guessed wrong, save, and hand it back: `plan add FOLDER --register FILE`. Leave the column of files as it is.", "识别有误之处请改正并保存，再用 `plan add 文件夹 --register 文件` 交回；“文件”一列请勿改动。";
    /// No row of a sheet has the headings.
    no_headings: "no row with the headings of a register (id, title, level, …, file)", "没有登记表的表头行（标识、标题、层级……文件）";
    /// A document that has changed since.
    changed: "changed since, recorded anew", "内容有变，已重新登记";
    /// A document whose file lies elsewhere now.
    moved: "found at its new place", "文件已移动，已更新位置";
    /// A registered file that is gone.
    missing: "the file is gone; put it back, or take its entry out of the register", "文件已不存在；请恢复文件，或从登记表中删去该条";
}

/// The heading of a field of the register.
pub fn heading(field: &str) -> fn(Lang) -> &'static str {
    use super::report;
    match field {
        "id" => report::id,
        "names" => report::names,
        "title" => report::title,
        "level" => report::level,
        "place" => place,
        "number" => number,
        "date" => date,
        "reference" => report::answers_to,
        _ => file,
    }
}

/// The same bytes twice.
pub fn same_as(other: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("the same file as {other}; not added"),
        Lang::Zh => format!("与 {other} 完全相同，未重复登记"),
    }
}

/// What became of the folder.
pub fn summary(added: usize, kept: usize, refused: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "{} added, {kept} already registered, {refused} could not be read",
            plural(added, "document", "documents")
        ),
        Lang::Zh => format!("新登记 {added} 份，原已登记 {kept} 份，未能读取 {refused} 份"),
    }
}

/// Where the register stands, and what to do with it.
pub fn written(place: &str, folder: &str, lang: Lang) -> String {
    match lang {
        Lang::En => {
            format!("wrote {place}; correct it where needed, then `plan --corpus {folder} list`")
        }
        Lang::Zh => format!("已写入 {place}；请核对改正，然后运行 `plan --corpus {folder} list`"),
    }
}

/// How many rows of a sheet changed the register.
pub fn corrected(rows: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "{} corrected by the sheet",
            plural(rows, "document", "documents")
        ),
        Lang::Zh => format!("按登记表改正 {rows} 份"),
    }
}

/// A row of a sheet is about no document of the folder.
pub fn unknown_row(file: &str, lang: Lang) -> String {
    match lang {
        Lang::En => {
            format!("{file}: in the sheet, but not in the register; check the column of files")
        }
        Lang::Zh => format!("{file}：登记表中有此行，而清单中没有此文件；请核对“文件”一列"),
    }
}

/// A sheet cannot be understood.
pub fn bad_sheet(name: &str, cause: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{name} is no register: {cause}"),
        Lang::Zh => format!("{name} 不是登记表：{cause}"),
    }
}

/// A file is named where a folder is wanted.
pub fn not_a_folder(name: &str, lang: Lang) -> String {
    match lang {
        Lang::En => {
            format!("{name} is no folder; `plan add` takes the folder that the documents lie in")
        }
        Lang::Zh => format!("{name} 不是文件夹；请指定文件所在的文件夹"),
    }
}

/// A folder without anything to add.
pub fn nothing_there(name: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("there is no document in {name}"),
        Lang::Zh => format!("{name} 中没有文件"),
    }
}
