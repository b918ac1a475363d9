//! What is told while many documents are worked through.

use super::Lang;

phrases! {
    /// The bar on a terminal: done of all, rate, time left.
    progress: "{bar:30} {pos}/{len} documents, {per_sec}, {eta} left", "{bar:30} {pos}/{len} 份，{per_sec}，剩余 {eta}";
}

/// A run that goes on where an earlier one stopped.
pub fn resumed(done: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("going on after {done} documents of an interrupted run"),
        Lang::Zh => format!("接续中断的运行：已完成 {done} 份"),
    }
}

/// What `plan stream` reads and writes.
pub const fn stream_forms(lang: Lang) -> &'static str {
    lang.pick(
        "In: {\"id\": …, \"text\": …} a line; \"base64\" in place of \"text\" for the bytes of a file; \"title\" and \"level\" (province, city, county) where the text does not tell.\nOut: plan.alignment/1 with REF, plan.document/1 without; plan.refusal/1 for a line that cannot be read.",
        "输入：每行一个 {\"id\": …, \"text\": …}；文件原始字节以 \"base64\" 代替 \"text\"；正文未注明时可给 \"title\" 与 \"level\"（province、city、county）。\n输出：给出 REF 时为 plan.alignment/1，否则为 plan.document/1；无法读取的行为 plan.refusal/1。",
    )
}

phrases! {
    /// A line with neither or both.
    text_or_base64: "a line needs either “text” or “base64”", "每行须有“text”或“base64”之一";
    /// Bytes in another code.
    no_base64: "“base64” holds no base64; encode the bytes of the file anew", "“base64”的内容不是 base64 编码；请将文件字节重新编码";
}

/// A line of another form; the cause in the words of the JSON reader.
pub fn no_line(cause: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "the line is no document as JSON: {cause}; see `plan stream --help` for the form"
        ),
        Lang::Zh => format!("该行不是 JSON 形式的文件：{cause}；格式见 plan stream --help"),
    }
}

/// A level that there is not.
pub fn no_such_level(name: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("no level “{name}”: use central, province, city or county"),
        Lang::Zh => format!("没有“{name}”这一层级：请用 central、province、city 或 county"),
    }
}
