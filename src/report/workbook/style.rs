//! How cells look.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

use super::{Column, Tone};

/// Has Han glyphs wherever Excel runs; other programs put their own in its place.
const FONT: &str = "Microsoft YaHei";
const SIZE: f64 = 10.0;
const LINE: u32 = 0xE0_DC_D1;
const INK: u32 = 0x20_26_2B;
const ACCENT: u32 = 0x17_57_5D;
const PAPER: u32 = 0xFF_FF_FF;
/// Behind what the reader fills in.
const TO_FILL: u32 = 0xFF_F8_DC;

/// The formats of a workbook, made once.
pub(super) struct Styles {
    pub(super) title: Format,
    pub(super) note: Format,
    header: Format,
    header_to_fill: Format,
    cells: Vec<Toned>,
    to_fill: Format,
    common: Format,
    differing: Format,
}

struct Toned {
    text: Format,
    /// A string that would become a formula when edited stays a string.
    quoted: Format,
    count: Format,
    share: Format,
}

impl Styles {
    pub(super) fn new() -> Self {
        let font = || Format::new().set_font_name(FONT).set_font_size(SIZE);
        let boxed = || {
            font()
                .set_align(FormatAlign::Top)
                .set_border(FormatBorder::Thin)
                .set_border_color(Color::RGB(LINE))
        };
        let header = |back, ink| {
            boxed()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(Color::RGB(back))
                .set_font_color(Color::RGB(ink))
        };
        let toned = |tone| {
            let text = painted(boxed(), tone).set_text_wrap();
            Toned {
                quoted: text.clone().set_quote_prefix(),
                count: painted(boxed(), tone).set_align(FormatAlign::Right),
                share: painted(boxed(), tone)
                    .set_align(FormatAlign::Right)
                    .set_num_format("0.00"),
                text,
            }
        };
        Self {
            title: font().set_bold().set_font_size(14).set_text_wrap(),
            note: font().set_text_wrap().set_align(FormatAlign::Top),
            header: header(ACCENT, PAPER),
            header_to_fill: header(TO_FILL, INK),
            cells: Tone::ALL.into_iter().map(toned).collect(),
            to_fill: boxed()
                .set_text_wrap()
                .set_background_color(Color::RGB(TO_FILL)),
            common: font().set_font_color(Color::RGB(INK)),
            differing: font()
                .set_font_color(Color::RGB(colours(Tone::Poor).0))
                .set_underline(FormatUnderline::Single),
        }
    }

    pub(super) fn header(&self, column: &Column) -> &Format {
        if column.to_fill {
            &self.header_to_fill
        } else {
            &self.header
        }
    }

    pub(super) fn cell(&self, tone: Tone, column: &Column, text: &str) -> &Format {
        let toned = &self.cells[tone as usize];
        if column.to_fill && tone == Tone::Plain {
            &self.to_fill
        } else if text.starts_with(['=', '+', '-', '@']) {
            &toned.quoted
        } else {
            &toned.text
        }
    }

    pub(super) fn count(&self, tone: Tone) -> &Format {
        &self.cells[tone as usize].count
    }

    pub(super) fn share(&self, tone: Tone) -> &Format {
        &self.cells[tone as usize].share
    }

    pub(super) fn piece(&self, differs: bool) -> &Format {
        if differs {
            &self.differing
        } else {
            &self.common
        }
    }
}

fn painted(format: Format, tone: Tone) -> Format {
    let (ink, back) = colours(tone);
    let format = format.set_font_color(Color::RGB(ink));
    let format = if tone == Tone::Strong {
        format.set_bold()
    } else {
        format
    };
    match back {
        None => format,
        Some(back) => format.set_background_color(Color::RGB(back)),
    }
}

/// Ink and back, with a contrast of at least 4.5 to 1; the page's colours.
const fn colours(tone: Tone) -> (u32, Option<u32>) {
    match tone {
        Tone::Plain => (INK, None),
        Tone::Strong => (INK, Some(0xF3_F1_EA)),
        Tone::Good => (0x1C_6B_5F, Some(0xD9_EF_E4)),
        Tone::Fair => (0x7A_4F_00, Some(0xFD_F3_D3)),
        Tone::Topic => (0x55_57_9A, Some(0xEC_EC_F8)),
        Tone::Poor => (0xA2_38_2A, Some(0xFB_E3_DC)),
        Tone::Faint => (0x59_62_6A, None),
    }
}
