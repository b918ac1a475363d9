//! Headings and sentences about documents that plans name.

use super::{Lang, plural};

phrases! {
    /// Sheet: the matrix.
    sheet: "Instruments", "文件清单";
    /// Sheet: the local wording.
    wording_sheet: "Wording", "地方表述";
    /// Column.
    instrument: "instrument", "文件";
    /// Column: what is to be done with it.
    todo: "to be", "上位要求";
    /// Column: what the local plan does.
    deed: "what the local plan does", "地方处理";
    /// Column: how the local plan calls it.
    local_title: "called there", "地方所称";
    /// The reference has it made.
    make: "made", "制定";
    /// The reference has it revised.
    revise: "revised", "修订";
    /// The reference has rules made that go with it.
    supplement: "supplemented", "制定配套";
    /// The reference has it carried out.
    carry_out: "carried out", "贯彻落实";
    /// The reference only names it.
    name: "named", "提及";
    /// A version of the locality's own.
    own: "own version made or planned", "制定本地文件";
    /// The province's.
    provincial: "provincial one carried out", "执行省级文件";
    /// One that is there already.
    older: "older one kept", "沿用原有文件";
    /// The centre's.
    central: "central one carried out", "执行中央文件";
    /// Only named.
    named: "only named", "仅提及";
    /// The title is lost.
    lost: "title lost", "文件名缺失";
    /// Not the locality's to make.
    higher: "not its level's business", "非本级职权";
    /// Not mentioned.
    absent: "not mentioned", "未见提及";
    /// What the verdicts rest on.
    note: "Told from the wording alone: not mentioned does not mean not carried out.",
        "仅据文本表述判断：未见提及不等于未执行。";
}

/// How many documents the reference names.
pub fn counted(instruments: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "It names, or has made, {}.",
            plural(instruments, "instrument", "instruments")
        ),
        Lang::Zh => format!("提及或要求制定文件 {instruments} 件。"),
    }
}
