//! Numbers as Word prints them (`ST_NumberFormat`, ISO/IEC 29500-1, 17.18.59).

/// A number in the named format; formats of other scripts are shown in digits.
pub(super) fn number(value: u32, format: &str) -> String {
    match format {
        "none" => String::new(),
        "decimalZero" => format!("{value:02}"),
        "upperRoman" => roman(value),
        "lowerRoman" => roman(value).to_lowercase(),
        "upperLetter" => letters(value, b'A'),
        "lowerLetter" => letters(value, b'a'),
        "chineseCounting" | "taiwaneseCounting" if value >= 100 => {
            digits(value, "○一二三四五六七八九")
        }
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => {
            digits(value, "〇一二三四五六七八九")
        }
        "chineseCounting"
        | "taiwaneseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCountingThousand" => counting(value, "零一二三四五六七八九", "十百千万", false),
        "japaneseCounting" => counting(value, "〇一二三四五六七八九", "十百千万", true),
        "chineseLegalSimplified" => counting(value, "零壹贰叁肆伍陆柒捌玖", "拾佰仟万", false),
        "ideographLegalTraditional" | "japaneseLegal" => {
            counting(value, "零壹貳參肆伍陸柒捌玖", "拾佰仟萬", false)
        }
        "ideographTraditional" => cycle(value, "甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => cycle(value, "子丑寅卯辰巳午未申酉戌亥"),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => {
            enclosed(value, &[('①', 20), ('㉑', 15), ('㊱', 15)])
        }
        "decimalEnclosedParen" => enclosed(value, &[('⑴', 20)]),
        "decimalEnclosedFullstop" => enclosed(value, &[('⒈', 20)]),
        "ideographEnclosedCircle" => enclosed(value, &[('㊀', 10)]),
        "decimalFullWidth" | "decimalFullWidth2" => digits(value, "０１２３４５６７８９"),
        "numberInDash" => format!("- {value} -"),
        _ => value.to_string(),
    }
}

fn digits(value: u32, glyphs: &str) -> String {
    let glyphs: Vec<char> = glyphs.chars().collect();
    value
        .to_string()
        .bytes()
        .map(|digit| glyphs[usize::from(digit - b'0')])
        .collect()
}

/// Counting as one speaks: 一百二十; `bare`, as in Japan: no 一
/// before 百 and 千, no 零 in between (百二).
fn counting(value: u32, glyphs: &str, powers: &str, bare: bool) -> String {
    let glyphs: Vec<char> = glyphs.chars().collect();
    let powers: Vec<char> = powers.chars().collect();
    let digit = |value: u32| glyphs[(value % 10) as usize];
    if value == 0 || value >= 100_000 {
        return if value == 0 {
            digit(0).to_string()
        } else {
            value.to_string()
        };
    }
    let mut text = String::new();
    let mut gap = false;
    for power in (0..5).rev() {
        let place = value / 10_u32.pow(power) % 10;
        if place == 0 {
            gap = !bare && !text.is_empty();
            continue;
        }
        if gap {
            text.push(digit(0));
            gap = false;
        }
        let leading_ten = power == 1 && text.is_empty();
        if !(place == 1 && (leading_ten || (bare && power > 0 && power < 4))) {
            text.push(digit(place));
        }
        if power > 0 {
            text.push(powers[power as usize - 1]);
        }
    }
    text
}

fn cycle(value: u32, glyphs: &str) -> String {
    let glyphs: Vec<char> = glyphs.chars().collect();
    match value {
        0 => "0".to_owned(),
        _ => glyphs[(value as usize - 1) % glyphs.len()].to_string(),
    }
}

/// Enclosed numbers stand in Unicode in a few runs of consecutive characters.
fn enclosed(value: u32, runs: &[(char, u32)]) -> String {
    let mut left = value;
    for (first, length) in runs {
        if (1..=*length).contains(&left) {
            return char::from_u32(*first as u32 + left - 1).map_or_else(String::new, String::from);
        }
        left = left.saturating_sub(*length);
    }
    value.to_string()
}

/// a … z, aa … zz: the letter repeated.
fn letters(value: u32, first: u8) -> String {
    match value {
        0 => "0".to_owned(),
        1..=780 => {
            let letter = char::from(first + ((value - 1) % 26) as u8);
            String::from_iter(vec![letter; (value as usize - 1) / 26 + 1])
        }
        _ => value.to_string(),
    }
}

fn roman(value: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&value) {
        return value.to_string();
    }
    let mut left = value;
    let mut text = String::new();
    for (worth, sign) in SIGNS {
        while left >= worth {
            text.push_str(sign);
            left -= worth;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_word_prints_them() {
        let cases = [
            ("decimal", 12, "12"),
            ("decimalZero", 7, "07"),
            ("chineseCounting", 1, "一"),
            ("chineseCounting", 10, "十"),
            ("chineseCounting", 15, "十五"),
            ("chineseCounting", 20, "二十"),
            ("chineseCounting", 99, "九十九"),
            ("chineseCountingThousand", 35, "三十五"),
            ("chineseCountingThousand", 100, "一百"),
            ("chineseCountingThousand", 101, "一百零一"),
            ("chineseCountingThousand", 110, "一百一十"),
            ("chineseCountingThousand", 1005, "一千零五"),
            ("chineseCountingThousand", 20300, "二万零三百"),
            ("japaneseCounting", 11, "十一"),
            ("japaneseCounting", 112, "百十二"),
            ("japaneseCounting", 1003, "千三"),
            ("ideographDigital", 12, "一二"),
            ("chineseLegalSimplified", 23, "贰拾叁"),
            ("ideographTraditional", 3, "丙"),
            ("ideographZodiac", 12, "亥"),
            ("decimalEnclosedCircle", 1, "①"),
            ("decimalEnclosedCircleChinese", 20, "⑳"),
            ("decimalEnclosedCircle", 21, "㉑"),
            ("decimalEnclosedCircle", 50, "㊿"),
            ("decimalEnclosedCircle", 51, "51"),
            ("decimalEnclosedParen", 3, "⑶"),
            ("decimalEnclosedFullstop", 2, "⒉"),
            ("ideographEnclosedCircle", 2, "㊁"),
            ("decimalFullWidth", 10, "１０"),
            ("lowerLetter", 2, "b"),
            ("lowerLetter", 27, "aa"),
            ("upperRoman", 14, "XIV"),
            ("lowerRoman", 4, "iv"),
            ("none", 3, ""),
            ("hebrew1", 3, "3"),
            ("chineseCounting", 0, "零"),
            ("lowerLetter", 0, "0"),
        ];
        for (format, value, expected) in cases {
            assert_eq!(number(value, format), expected, "{format} {value}");
        }
    }

    #[test]
    fn every_format_takes_every_value() {
        for format in [
            "chineseCounting",
            "japaneseCounting",
            "lowerLetter",
            "upperRoman",
            "decimalEnclosedCircle",
        ] {
            for value in (0..200).chain([1000, 9999, 10_000, 99_999, 100_000, u32::MAX]) {
                assert!(!number(value, format).is_empty(), "{format} {value}");
            }
        }
    }
}
