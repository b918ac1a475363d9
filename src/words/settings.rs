//! What is wrong with a `plan.toml`.

use super::Lang;

/// It does not parse.
pub fn bad(place: &str, cause: &str, lang: Lang) -> String {
    match lang {
        Lang::En => {
            format!("{place} cannot be understood; it may hold corpus, lang and [format]:\n{cause}")
        }
        Lang::Zh => format!("{place} 格式有误；其中可写 corpus、lang 与 [format]：\n{cause}"),
    }
}

/// A language that there is not.
pub fn no_such_lang(place: &str, name: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{place}: no language “{name}”; use zh or en"),
        Lang::Zh => format!("{place}：没有“{name}”这种语言；请用 zh 或 en"),
    }
}

/// A command that there is not, or that has no forms.
pub fn no_such_command(place: &str, name: &str, lang: Lang) -> String {
    match lang {
        Lang::En => {
            format!("{place}: [format] names “{name}”, which is no command with a choice of forms")
        }
        Lang::Zh => format!("{place}：[format] 中的“{name}”不是可选格式的命令"),
    }
}

/// A form that the command does not have.
pub fn no_such_form(
    place: &str,
    command: &str,
    form: &str,
    known: &[String],
    lang: Lang,
) -> String {
    match lang {
        Lang::En => format!(
            "{place}: `{command}` has no form “{form}”; there are {}",
            known.join(", ")
        ),
        Lang::Zh => format!(
            "{place}：{command} 没有 {form} 格式；可用的有 {}",
            known.join("、")
        ),
    }
}
