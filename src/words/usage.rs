//! The help pages' own headings, and what is wrong with a command line.

use super::Lang;

phrases! {
    /// Heading.
    usage: "Usage:", "用法：";
    /// Heading.
    commands: "Commands", "命令";
    /// Heading.
    arguments: "Arguments", "参数";
    /// Heading.
    options: "Options", "选项";
    /// `-h`
    help: "Print help", "显示帮助";
    /// `-V`
    version: "Print version", "显示版本";
    /// `help`
    help_command: "Print this message or the help of the given subcommand(s)", "显示本页，或所给命令的帮助";
    /// Where to read on.
    more: "For more information, try '--help'.", "用 --help 查看用法。";
}

/// A usage line with the parser's own placeholders in the language.
pub fn usage_line(line: &str, lang: Lang) -> String {
    match lang {
        Lang::En => line.to_owned(),
        Lang::Zh => line
            .replace("[OPTIONS]", "[选项]")
            .replace("<COMMAND>", "<命令>")
            .replace("[COMMAND]", "[命令]"),
    }
}

/// A heading of a manual page.
pub fn manual_heading(english: &str, lang: Lang) -> &str {
    match (lang, english) {
        (Lang::Zh, "NAME") => "名称",
        (Lang::Zh, "SYNOPSIS") => "用法",
        (Lang::Zh, "DESCRIPTION") => "说明",
        (Lang::Zh, "OPTIONS") => "选项",
        (Lang::Zh, "SUBCOMMANDS") => "命令",
        (Lang::Zh, "VERSION") => "版本",
        _ => english,
    }
}

/// What an argument can be.
pub fn possible(values: &[String], lang: Lang) -> String {
    match lang {
        Lang::En => format!(" [possible values: {}]", values.join(", ")),
        Lang::Zh => format!(" [可选：{}]", values.join("、")),
    }
}

/// What is taken where nothing is given.
pub fn default(value: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(" [default: {value}]"),
        Lang::Zh => format!(" [默认：{value}]"),
    }
}

/// What can be wrong with a command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Fault<'f> {
    UnknownArgument(&'f str),
    UnknownCommand(&'f str),
    InvalidValue {
        argument: &'f str,
        value: &'f str,
        known: &'f str,
    },
    WithoutValue(&'f str),
    Missing(&'f str),
    Conflict(&'f str, &'f str),
    TooMany(&'f str),
    NoCommand,
}

impl Fault<'_> {
    /// The sentence in Chinese; in English the argument parser's own stands.
    pub fn chinese(&self, similar: Option<&str>) -> String {
        let told = match self {
            Self::UnknownArgument(name) => format!("没有“{name}”这个选项或参数"),
            Self::UnknownCommand(name) => format!("没有“{name}”这个命令"),
            Self::InvalidValue {
                argument,
                value,
                known: "",
            } => {
                format!("“{argument}”不能取“{value}”")
            }
            Self::InvalidValue {
                argument,
                value,
                known,
            } => {
                format!("“{argument}”不能取“{value}”；可选：{known}")
            }
            Self::WithoutValue(argument) => format!("“{argument}”需要一个值"),
            Self::Missing(arguments) => format!("缺少参数：{arguments}"),
            Self::Conflict(one, other) => format!("“{one}”与“{other}”不能同时使用"),
            Self::TooMany(argument) => format!("“{argument}”只能给出一次"),
            Self::NoCommand => "请指定一个命令".to_owned(),
        };
        match similar {
            Some(similar) => format!("{told}；是否指“{similar}”？"),
            None => told,
        }
    }
}
