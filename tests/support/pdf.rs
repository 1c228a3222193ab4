//! A tiny PDF writer: pages of text and lines with fonts that are not embedded, as the makers of reports leave them.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::paper::{Leaf, advance};

/// How characters are stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Letters {
    /// Glyph numbers of a subset, with a map to Unicode.
    #[default]
    Subset,
    /// The standard's Chinese font, by UTF-16 codes and without a map.
    Unicode,
    /// The same, by GBK codes.
    Gbk,
    /// As Chromium prints: Chinese as Type 3 fonts whose drawings are upside down, with a map for each 200 characters,
    /// and digits and Latin letters in another font.
    Drawn,
    /// Glyph numbers without a map: nobody can say what they mean.
    Unmapped,
    /// A map that gives the same character for everything.
    Lying,
}

/// What else is asked of the writer.
#[derive(Clone, Copy, Debug, Default)]
pub struct Way {
    pub letters: Letters,
    /// Lines are thin filled rectangles.
    pub thin: bool,
    /// The page is written on its side and turned by its Rotate entry.
    pub rotate: bool,
    /// The content stands in a form that the page refers to.
    pub form: bool,
    /// The text itself is turned by a quarter on an upright page.
    pub turned: bool,
}

pub fn pdf(leaves: &[Leaf], way: Way) -> Vec<u8> {
    let mut file = File::default();
    let (root, tree) = (file.reserve(), file.reserve());
    let mut letters = Codes::new(way.letters);
    let contents: Vec<String> = leaves
        .iter()
        .map(|leaf| content(leaf, way, &mut letters))
        .collect();
    let fonts = letters.write(&mut file);
    let mut kids = String::new();
    for (leaf, content) in leaves.iter().zip(contents) {
        let (width, height) = match way.rotate || way.turned {
            true => (leaf.height, leaf.width),
            false => (leaf.width, leaf.height),
        };
        let mut resources = format!("<< /Font << {fonts} >> >>");
        let content = match way.form {
            true => {
                let form = file.add(&stream(
                    &format!("/Type /XObject /Subtype /Form /BBox [0 0 {width} {height}] /Matrix [1 0 0 1 3 4] /Resources {resources} "),
                    content.as_bytes(),
                ));
                resources = format!("<< /XObject << /X0 {form} 0 R >> >>");
                "q 1 0 0 1 -3 -4 cm /X0 Do Q".to_owned()
            }
            false => content,
        };
        let content = file.add(&stream("", content.as_bytes()));
        let rotate = if way.rotate { "/Rotate 90 " } else { "" };
        let page = file.add(
            format!("<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {width} {height}] {rotate}/Resources {resources} /Contents {content} 0 R >>").as_bytes(),
        );
        write!(kids, "{page} 0 R ").unwrap();
    }
    file.set(
        tree,
        format!("<< /Type /Pages /Kids [ {kids}] /Count {} >>", leaves.len()).as_bytes(),
    );
    file.set(
        root,
        format!("<< /Type /Catalog /Pages {tree} 0 R >>").as_bytes(),
    );
    file.finish(root, "")
}

/// Pages that hold nothing but a picture.
pub fn scanned(pages: usize) -> Vec<u8> {
    let mut file = File::default();
    let (root, tree) = (file.reserve(), file.reserve());
    let picture = file.add(&stream(
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 ",
        b"\x80",
    ));
    let mut kids = String::new();
    for _ in 0..pages {
        let content = file.add(&stream("", b"q 595 0 0 842 0 0 cm /I Do Q"));
        let page = file.add(
            format!("<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I {picture} 0 R >> >> /Contents {content} 0 R >>").as_bytes(),
        );
        write!(kids, "{page} 0 R ").unwrap();
    }
    file.set(
        tree,
        format!("<< /Type /Pages /Kids [ {kids}] /Count {pages} >>").as_bytes(),
    );
    file.set(
        root,
        format!("<< /Type /Catalog /Pages {tree} 0 R >>").as_bytes(),
    );
    file.finish(root, "")
}

/// A file whose objects are written out by hand; the first is the root.
pub fn raw(objects: &[&[u8]], trailer: &str) -> Vec<u8> {
    let mut file = File::default();
    for object in objects {
        file.add(object);
    }
    file.finish(1, trailer)
}

pub fn stream(dict: &str, bytes: &[u8]) -> Vec<u8> {
    let mut out = format!("<< {dict}/Length {} >>\nstream\n", bytes.len()).into_bytes();
    out.extend(bytes);
    out.extend(b"\nendstream");
    out
}

#[derive(Default)]
struct File {
    objects: Vec<Vec<u8>>,
}

impl File {
    fn reserve(&mut self) -> usize {
        self.objects.push(Vec::new());
        self.objects.len()
    }

    fn add(&mut self, object: &[u8]) -> usize {
        self.objects.push(object.to_vec());
        self.objects.len()
    }

    fn set(&mut self, number: usize, object: &[u8]) {
        self.objects[number - 1] = object.to_vec();
    }

    fn finish(self, root: usize, trailer: &str) -> Vec<u8> {
        let mut out = b"%PDF-1.7\n".to_vec();
        let mut table = String::new();
        for (n, object) in self.objects.iter().enumerate() {
            writeln!(table, "{:010} 00000 n ", out.len()).unwrap();
            out.extend(format!("{} 0 obj\n", n + 1).bytes());
            out.extend(object);
            out.extend(b"\nendobj\n");
        }
        let at = out.len();
        let count = self.objects.len() + 1;
        out.extend(
            format!("xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<< /Size {count} /Root {root} 0 R {trailer}>>\nstartxref\n{at}\n%%EOF\n")
                .bytes(),
        );
        out
    }
}

fn content(leaf: &Leaf, way: Way, letters: &mut Codes) -> String {
    let mut out = String::new();
    // From points of the leaf to the space of the page.
    match (way.rotate, way.turned) {
        // The page is shown turned clockwise, so it is written turned the other way.
        (true, _) => writeln!(out, "0 1 1 0 0 0 cm").unwrap(),
        (_, true) => writeln!(out, "0 -1 -1 0 {} {} cm", leaf.height, leaf.width).unwrap(),
        _ => writeln!(out, "1 0 0 -1 0 {} cm", leaf.height).unwrap(),
    }
    for line in &leaf.lines {
        let ((x0, y0), (x1, y1), thick) = (line.from, line.to, line.thick);
        match way.thin {
            true => writeln!(
                out,
                "{:.2} {:.2} {:.2} {:.2} re f",
                x0 - thick / 2.0,
                y0 - thick / 2.0,
                x1 - x0 + thick,
                y1 - y0 + thick
            ),
            false => writeln!(out, "{thick} w {x0:.2} {y0:.2} m {x1:.2} {y1:.2} l S"),
        }
        .unwrap();
    }
    out.push_str("BT\n");
    for words in &leaf.texts {
        let mode = if words.hidden { 3 } else { 0 };
        writeln!(out, "{mode} Tr").unwrap();
        let mut x = words.x;
        for (font, codes, text) in letters.runs(&words.text) {
            writeln!(
                out,
                "/F{font} {} Tf 1 0 0 -1 {x:.2} {:.2} Tm <{codes}> Tj",
                words.size, words.y
            )
            .unwrap();
            x += super::paper::width(&text, words.size);
        }
    }
    out.push_str("ET\n");
    out
}

/// The codes of characters, in the fonts that the file needs.
struct Codes {
    letters: Letters,
    known: BTreeMap<char, usize>,
}

/// Characters of one Type 3 font.
const DRAWN: usize = 200;

impl Codes {
    fn new(letters: Letters) -> Self {
        Codes {
            letters,
            known: BTreeMap::new(),
        }
    }

    /// Runs of one font each, with their codes in hexadecimal digits.
    fn runs(&mut self, text: &str) -> Vec<(usize, String, String)> {
        let mut runs: Vec<(usize, String, String)> = Vec::new();
        for c in text.chars() {
            let count = self.known.len();
            let number = *self.known.entry(c).or_insert(count);
            let (font, code) = match self.letters {
                Letters::Drawn if !c.is_ascii() => {
                    (1 + number / DRAWN, format!("{:02X}", number % DRAWN))
                }
                Letters::Subset | Letters::Unmapped | Letters::Lying | Letters::Drawn => {
                    (0, format!("{:04X}", number + 3))
                }
                Letters::Unicode => (
                    0,
                    hex(c
                        .encode_utf16(&mut [0; 2])
                        .iter()
                        .flat_map(|u| u.to_be_bytes())),
                ),
                Letters::Gbk => (
                    0,
                    hex(encoding_rs::GBK.encode(&c.to_string()).0.iter().copied()),
                ),
            };
            match runs.last_mut() {
                Some((last, codes, text)) if *last == font => {
                    codes.push_str(&code);
                    text.push(c);
                }
                _ => runs.push((font, code, c.to_string())),
            }
        }
        runs
    }

    /// Writes the fonts; their names and numbers for the resources.
    fn write(&self, file: &mut File) -> String {
        let mut by_number: Vec<(usize, char)> = self.known.iter().map(|(c, n)| (*n, *c)).collect();
        by_number.sort_unstable();
        let composite = |file: &mut File,
                         base: &str,
                         encoding: &str,
                         order: &str,
                         widths: &str,
                         map: Option<usize>| {
            let descriptor = file.add(
                format!("<< /Type /FontDescriptor /FontName /{base} /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>").as_bytes(),
            );
            let descendant = file.add(
                format!("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{base} /CIDSystemInfo << /Registry (Adobe) /Ordering ({order}) /Supplement 0 >> /DW 1000 {widths} /FontDescriptor {descriptor} 0 R >>").as_bytes(),
            );
            let map = map.map_or(String::new(), |map| format!("/ToUnicode {map} 0 R "));
            let font = file.add(
                format!("<< /Type /Font /Subtype /Type0 /BaseFont /{base} /Encoding /{encoding} {map}/DescendantFonts [{descendant} 0 R] >>").as_bytes(),
            );
            format!("/F0 {font} 0 R")
        };
        match self.letters {
            Letters::Unicode => composite(
                file,
                "STSong-Light",
                "UniGB-UCS2-H",
                "GB1",
                "/W [1 95 500]",
                None,
            ),
            Letters::Gbk => composite(
                file,
                "STSong-Light",
                "GBKp-EUC-H",
                "GB1",
                "/W [1 95 500]",
                None,
            ),
            _ => {
                let widths: String = by_number
                    .iter()
                    .map(|(n, c)| format!("{} [{}] ", n + 3, advance(*c) * 1000.0))
                    .collect();
                let pairs: Vec<(String, char)> = by_number
                    .iter()
                    .map(|(n, c)| {
                        let lie = self.letters == Letters::Lying;
                        (format!("{:04X}", n + 3), if lie { '佛' } else { *c })
                    })
                    .collect();
                let map = (self.letters != Letters::Unmapped)
                    .then(|| file.add(&stream("", to_unicode(&pairs, "0000", "FFFF").as_bytes())));
                let subset = composite(
                    file,
                    "AAAAAA+SimSun",
                    "Identity-H",
                    "Identity",
                    &format!("/W [{widths}]"),
                    map,
                );
                let drawn: String = match self.letters {
                    Letters::Drawn => (1..)
                        .zip(by_number.chunks(DRAWN))
                        .map(|(n, characters)| drawn(file, n, characters))
                        .collect(),
                    _ => String::new(),
                };
                format!("{subset} {drawn}")
            }
        }
    }
}

/// A Type 3 font as Chromium writes them.
fn drawn(file: &mut File, number: usize, characters: &[(usize, char)]) -> String {
    let glyph = file.add(&stream("", b"1000 0 0 0 1000 1000 d1 0 0 500 500 re f"));
    let widths: String = characters
        .iter()
        .map(|(_, c)| format!("{} ", advance(*c) * 1000.0))
        .collect();
    let names: String = (0..characters.len()).map(|n| format!("/g{n} ")).collect();
    let procedures: String = (0..characters.len())
        .map(|n| format!("/g{n} {glyph} 0 R "))
        .collect();
    let pairs: Vec<(String, char)> = characters
        .iter()
        .enumerate()
        .map(|(n, (_, c))| (format!("{n:02X}"), *c))
        .collect();
    let map = file.add(&stream("", to_unicode(&pairs, "00", "FF").as_bytes()));
    let last = characters.len() - 1;
    let font = file.add(
        format!("<< /Type /Font /Subtype /Type3 /FontMatrix [.001 0 0 -.001 0 0] /FontBBox [0 120 1000 -880] /FirstChar 0 /LastChar {last} /Widths [{widths}] /Encoding << /Type /Encoding /Differences [0 {names}] >> /CharProcs << {procedures}>> /ToUnicode {map} 0 R >>").as_bytes(),
    );
    format!("/F{number} {font} 0 R ")
}

fn to_unicode(pairs: &[(String, char)], from: &str, to: &str) -> String {
    let mut out = format!(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<{from}> <{to}>\nendcodespacerange\n"
    );
    for chunk in pairs.chunks(100) {
        writeln!(out, "{} beginbfchar", chunk.len()).unwrap();
        for (code, c) in chunk {
            let units = hex(c
                .encode_utf16(&mut [0; 2])
                .iter()
                .flat_map(|u| u.to_be_bytes()));
            writeln!(out, "<{code}> <{units}>").unwrap();
        }
        out.push_str("endbfchar\n");
    }
    out + "endcmap\nend\nend\n"
}

fn hex(bytes: impl IntoIterator<Item = u8>) -> String {
    bytes
        .into_iter()
        .map(|byte| format!("{byte:02X}"))
        .collect()
}
