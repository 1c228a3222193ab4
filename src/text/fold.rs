//! Folds the ways of writing one label into one: full and half width, traditional characters, spaces and punctuation;
//! and takes the ordinal off its front.

/// A label in its comparable form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The number in front: 一、 （一） 1. ① … as a number; 0 where there is none.
    pub ordinal: u32,
    /// The words, without ordinal, remarks in brackets, spaces and punctuation.
    pub core: Vec<char>,
}

/// Folds one label. A remark in brackets is dropped unless nothing else is left.
pub fn fold(text: &str) -> Folded {
    // Asked for at once: this is done for every cell and line.
    let mut plain: Vec<char> = Vec::with_capacity(text.len());
    plain.extend(narrow(text).filter(|c| !is_space(*c)));
    let (ordinal, rest) = split_ordinal(&plain);
    let mut core = match rest.contains(&'(') {
        true => words(&without_brackets(rest)),
        false => words(rest),
    };
    if core.is_empty() {
        core = words(rest);
    }
    Folded { ordinal, core }
}

/// The whole text in comparable form, ordinals and brackets' contents kept: for finding words inside of prose.
pub fn squeeze(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    plain.extend(narrow(text).filter(|c| !is_space(*c)).map(simplified));
    plain
}

/// A smaller likeness is not told from none.
pub const LEAST: f32 = 0.5;

/// Likeness of two folded labels from 0 to 1: twice the longest common subsequence over the sum of lengths.
/// Labels whose lengths alone forbid a likeness of [`LEAST`] are 0.
pub fn likeness(a: &[char], b: &[char]) -> f32 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    if a == b {
        return 1.0;
    }
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let least = LEAST * (a.len() + b.len()) as f32 / 2.0;
    // No label of the form is longer; what is longer by far is prose.
    const LONGEST: usize = 96;
    const BITS: usize = u64::BITS as usize;
    if (short.len() as f32) < least || long.len() > LONGEST || short.len() > BITS {
        return 0.0;
    }
    // Most labels share too few characters: known before any is compared. They are told apart by their last six bits.
    let bit = |c: &char| 1u64 << (u32::from(*c) & 63);
    let seen = short.iter().fold(0, |seen, c| seen | bit(c));
    let shared = long.iter().filter(|c| seen & bit(c) != 0);
    if (shared.clone().count() as f32) < least {
        return 0.0;
    }
    // A row of the usual table in bits: each that is gone is a step up (Hyyrö 2004).
    let mut row = u64::MAX;
    for x in shared {
        let same = short.iter().rev();
        let same = same.fold(0, |same, y| same << 1 | u64::from(x == y));
        row = row.wrapping_add(row & same) | (row & !same);
    }
    2.0 * row.count_zeros() as f32 / (a.len() + b.len()) as f32
}

/// Full-width ASCII to ASCII, the compatibility forms of common marks to the marks.
pub fn narrow(text: &str) -> impl Iterator<Item = char> {
    text.chars().map(|c| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '〔' | '【' | '﹙' | '❨' => '(',
        '〕' | '】' | '﹚' | '❩' => ')',
        '﹒' | '·' => '.',
        _ => c,
    })
}

/// White space and characters that show nothing.
pub fn is_space(c: char) -> bool {
    if is_ideograph(c) {
        return false;
    }
    c.is_whitespace()
        || c.is_control()
        || matches!(c,
            '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{AD}'
            | '\u{61C}' | '\u{180E}' | '\u{34F}' | '\u{FE00}'..='\u{FE0F}'
            // Fillers: blanks that count as letters.
            | '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '\u{2800}')
}

/// Marks of direction, which show a text in another order than its own.
pub fn is_direction(c: char) -> bool {
    matches!(c, '\u{200E}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{61C}')
}

/// Most characters by far, so they are known first. Asked of every character several times: where size counts, the
/// compiler would make it two calls.
#[inline(always)]
pub fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}

/// Whether a text shows nothing: an editor leaves a zero-width space in an empty cell.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(is_space)
}

/// The mark of a footnote: a raised or a circled number.
pub fn is_mark(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '①'..='⑳')
}

fn words(text: &[char]) -> Vec<char> {
    let kept = |c: &char| is_ideograph(*c) || c.is_alphanumeric() && !is_mark(*c);
    let mut words: Vec<char> = Vec::with_capacity(text.len());
    words.extend(text.iter().copied().filter(kept).map(simplified));
    // Converters to traditional characters write 檔案 for 文件.
    for at in 1..words.len() {
        if words[at - 1..=at] == ['档', '案'] {
            words[at - 1..=at].copy_from_slice(&['文', '件']);
        }
    }
    words
}

fn without_brackets(text: &[char]) -> Vec<char> {
    let (mut kept, mut depth) = (Vec::with_capacity(text.len()), 0u32);
    for &c in text {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}

/// Takes 一、 （一） (1) 1. 1、 ① or 第一、 off the front.
fn split_ordinal(text: &[char]) -> (u32, &[char]) {
    let after_bracket = text.strip_prefix(&['(']).unwrap_or(text);
    if let Some((&c, rest)) = text.split_first()
        && ('①'..='⑳').contains(&c)
    {
        return (c as u32 - '①' as u32 + 1, rest);
    }
    let digits = after_bracket
        .iter()
        .take_while(|c| ordinal_digit(**c).is_some())
        .count();
    if digits == 0 || digits > 3 {
        return (0, text);
    }
    let (front, rest) = after_bracket.split_at(digits);
    let bracketed = after_bracket.len() != text.len();
    let mark = rest.first().copied();
    let closed = match mark {
        Some(')') => true,
        Some('、' | '.' | ',' | ':' | '。') => !bracketed,
        _ => false,
    };
    if !closed {
        return (0, text);
    }
    (ordinal(front), rest.get(1..).unwrap_or(&[]))
}

fn ordinal_digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => c.to_digit(10),
        '一' => Some(1),
        '二' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '七' => Some(7),
        '八' => Some(8),
        '九' => Some(9),
        '十' => Some(10),
        _ => None,
    }
}

fn ordinal(digits: &[char]) -> u32 {
    let mut number = 0;
    for &c in digits {
        let digit = ordinal_digit(c).unwrap_or(0);
        number = match c {
            '十' => number.max(1) * 10,
            '0'..='9' => number * 10 + digit,
            _ => number + digit,
        };
    }
    number
}

/// The simplified form of the traditional characters that occur in the labels of the form and around them.
pub fn simplified(c: char) -> char {
    if !is_ideograph(c) {
        return c;
    }
    let page = c as usize >> 8;
    let (from, to) = (FIRST[page], FIRST[page + 1]);
    let pairs = TRADITIONAL.get(from.into()..to.into()).unwrap_or(&[]);
    let pair = pairs.iter().find(|(traditional, _)| *traditional == c);
    pair.map_or(c, |(_, simple)| *simple)
}

/// Where the characters of each page of 256 begin in the table.
static FIRST: [u16; 257] = {
    let (mut first, mut page, mut at) = ([0; 257], 0, 0);
    while page < first.len() {
        while at < TRADITIONAL.len() && (TRADITIONAL[at].0 as usize >> 8) < page {
            at += 1;
        }
        first[page] = at as u16;
        page += 1;
    }
    first
};

/// Sorted by the traditional character.
#[rustfmt::skip]
const TRADITIONAL: &[(char, char)] = &[
    ('佈', '布'), ('佔', '占'), ('併', '并'), ('來', '来'),
    ('係', '系'), ('個', '个'), ('們', '们'), ('備', '备'),
    ('傳', '传'), ('僅', '仅'), ('價', '价'), ('億', '亿'),
    ('儘', '尽'), ('優', '优'), ('儲', '储'), ('兒', '儿'),
    ('內', '内'), ('兩', '两'), ('冊', '册'), ('別', '别'),
    ('則', '则'), ('創', '创'), ('劃', '划'), ('劉', '刘'),
    ('劑', '剂'), ('動', '动'), ('務', '务'), ('勝', '胜'),
    ('勞', '劳'), ('勢', '势'), ('勵', '励'), ('匯', '汇'),
    ('區', '区'), ('協', '协'), ('卻', '却'), ('厲', '厉'),
    ('參', '参'), ('員', '员'), ('問', '问'), ('啓', '启'),
    ('啟', '启'), ('單', '单'), ('嘆', '叹'), ('嚴', '严'),
    ('國', '国'), ('圍', '围'), ('圓', '圆'), ('圖', '图'),
    ('團', '团'), ('執', '执'), ('堅', '坚'), ('報', '报'),
    ('場', '场'), ('塊', '块'), ('墊', '垫'), ('壓', '压'),
    ('壞', '坏'), ('壯', '壮'), ('夢', '梦'), ('夾', '夹'),
    ('奪', '夺'), ('奮', '奋'), ('妝', '妆'), ('婦', '妇'),
    ('孫', '孙'), ('學', '学'), ('實', '实'), ('寧', '宁'),
    ('審', '审'), ('寫', '写'), ('寶', '宝'), ('將', '将'),
    ('專', '专'), ('尋', '寻'), ('對', '对'), ('導', '导'),
    ('屆', '届'), ('層', '层'), ('屬', '属'), ('島', '岛'),
    ('師', '师'), ('帶', '带'), ('幣', '币'), ('幫', '帮'),
    ('幹', '干'), ('幾', '几'), ('庫', '库'), ('廟', '庙'),
    ('廠', '厂'), ('廢', '废'), ('廣', '广'), ('廳', '厅'),
    ('張', '张'), ('強', '强'), ('彈', '弹'), ('後', '后'),
    ('徑', '径'), ('從', '从'), ('復', '复'), ('愛', '爱'),
    ('態', '态'), ('慮', '虑'), ('慶', '庆'), ('憑', '凭'),
    ('憲', '宪'), ('應', '应'), ('懷', '怀'), ('戰', '战'),
    ('戶', '户'), ('拋', '抛'), ('掃', '扫'), ('掛', '挂'),
    ('採', '采'), ('換', '换'), ('損', '损'), ('擇', '择'),
    ('擊', '击'), ('擔', '担'), ('據', '据'), ('擬', '拟'),
    ('擴', '扩'), ('擾', '扰'), ('攝', '摄'), ('敗', '败'),
    ('敵', '敌'), ('數', '数'), ('斷', '断'), ('於', '于'),
    ('時', '时'), ('暫', '暂'), ('曆', '历'), ('書', '书'),
    ('會', '会'), ('東', '东'), ('條', '条'), ('業', '业'),
    ('極', '极'), ('構', '构'), ('槍', '枪'), ('樓', '楼'),
    ('標', '标'), ('樣', '样'), ('橋', '桥'), ('機', '机'),
    ('檔', '档'), ('檢', '检'), ('權', '权'), ('歐', '欧'),
    ('歡', '欢'), ('歲', '岁'), ('歷', '历'), ('歸', '归'),
    ('殘', '残'), ('毀', '毁'), ('氣', '气'), ('決', '决'),
    ('沒', '没'), ('況', '况'), ('減', '减'), ('測', '测'),
    ('湊', '凑'), ('準', '准'), ('溝', '沟'), ('滿', '满'),
    ('漢', '汉'), ('潔', '洁'), ('濃', '浓'), ('濟', '济'),
    ('濱', '滨'), ('灣', '湾'), ('災', '灾'), ('為', '为'),
    ('無', '无'), ('煙', '烟'), ('熱', '热'), ('燈', '灯'),
    ('營', '营'), ('爭', '争'), ('爾', '尔'), ('牽', '牵'),
    ('狀', '状'), ('獎', '奖'), ('獨', '独'), ('獲', '获'),
    ('獻', '献'), ('現', '现'), ('瑪', '玛'), ('環', '环'),
    ('產', '产'), ('畫', '画'), ('異', '异'), ('當', '当'),
    ('療', '疗'), ('發', '发'), ('盜', '盗'), ('盡', '尽'),
    ('監', '监'), ('盤', '盘'), ('眾', '众'), ('矚', '瞩'),
    ('確', '确'), ('礎', '础'), ('祕', '秘'), ('禮', '礼'),
    ('稅', '税'), ('種', '种'), ('稱', '称'), ('積', '积'),
    ('穩', '稳'), ('窮', '穷'), ('竊', '窃'), ('競', '竞'),
    ('筆', '笔'), ('節', '节'), ('範', '范'), ('築', '筑'),
    ('簡', '简'), ('簽', '签'), ('籌', '筹'), ('糧', '粮'),
    ('糾', '纠'), ('納', '纳'), ('純', '纯'), ('紙', '纸'),
    ('級', '级'), ('細', '细'), ('紹', '绍'), ('終', '终'),
    ('組', '组'), ('結', '结'), ('絕', '绝'), ('絡', '络'),
    ('給', '给'), ('統', '统'), ('經', '经'), ('綜', '综'),
    ('維', '维'), ('網', '网'), ('緊', '紧'), ('線', '线'),
    ('緣', '缘'), ('編', '编'), ('緩', '缓'), ('練', '练'),
    ('縣', '县'), ('縮', '缩'), ('縱', '纵'), ('總', '总'),
    ('績', '绩'), ('織', '织'), ('繪', '绘'), ('繳', '缴'),
    ('繼', '继'), ('續', '续'), ('罰', '罚'), ('罵', '骂'),
    ('罷', '罢'), ('聖', '圣'), ('聞', '闻'), ('聯', '联'),
    ('聲', '声'), ('職', '职'), ('聽', '听'), ('肅', '肃'),
    ('脫', '脱'), ('腳', '脚'), ('膽', '胆'), ('臟', '脏'),
    ('臨', '临'), ('臺', '台'), ('與', '与'), ('舉', '举'),
    ('舊', '旧'), ('艦', '舰'), ('莊', '庄'), ('華', '华'),
    ('萬', '万'), ('葉', '叶'), ('蓋', '盖'), ('藍', '蓝'),
    ('藝', '艺'), ('藥', '药'), ('蘇', '苏'), ('蘭', '兰'),
    ('處', '处'), ('號', '号'), ('虧', '亏'), ('蟲', '虫'),
    ('術', '术'), ('衛', '卫'), ('補', '补'), ('裝', '装'),
    ('裡', '里'), ('製', '制'), ('複', '复'), ('襲', '袭'), ('覆', '复'), ('覈', '核'),
    ('見', '见'), ('規', '规'), ('視', '视'), ('親', '亲'),
    ('覺', '觉'), ('覽', '览'), ('觀', '观'), ('觸', '触'),
    ('訂', '订'), ('計', '计'), ('訊', '讯'), ('託', '托'),
    ('記', '记'), ('訟', '讼'), ('訪', '访'), ('設', '设'),
    ('許', '许'), ('訴', '诉'), ('評', '评'), ('詞', '词'),
    ('詢', '询'), ('試', '试'), ('該', '该'), ('詳', '详'),
    ('認', '认'), ('誠', '诚'), ('誤', '误'), ('說', '说'),
    ('課', '课'), ('調', '调'), ('談', '谈'), ('請', '请'),
    ('論', '论'), ('諮', '咨'), ('諾', '诺'), ('謂', '谓'),
    ('講', '讲'), ('謝', '谢'), ('謹', '谨'), ('證', '证'),
    ('識', '识'), ('譯', '译'), ('議', '议'), ('護', '护'),
    ('讀', '读'), ('讓', '让'), ('豐', '丰'), ('貝', '贝'),
    ('負', '负'), ('財', '财'), ('貢', '贡'), ('貧', '贫'),
    ('貨', '货'), ('貫', '贯'), ('責', '责'), ('貴', '贵'),
    ('買', '买'), ('費', '费'), ('貿', '贸'), ('賀', '贺'),
    ('資', '资'), ('賓', '宾'), ('賞', '赏'), ('賠', '赔'),
    ('賣', '卖'), ('質', '质'), ('賬', '账'), ('購', '购'),
    ('贏', '赢'), ('趕', '赶'), ('趨', '趋'), ('跡', '迹'),
    ('躍', '跃'), ('車', '车'), ('軍', '军'), ('較', '较'),
    ('載', '载'), ('輔', '辅'), ('輕', '轻'), ('輛', '辆'),
    ('輪', '轮'), ('輸', '输'), ('轄', '辖'), ('轉', '转'),
    ('辦', '办'), ('辭', '辞'), ('農', '农'), ('這', '这'),
    ('進', '进'), ('遊', '游'), ('運', '运'), ('過', '过'),
    ('達', '达'), ('遞', '递'), ('遠', '远'), ('適', '适'),
    ('選', '选'), ('遺', '遗'), ('遼', '辽'), ('還', '还'),
    ('邊', '边'), ('邏', '逻'), ('郵', '邮'), ('鄉', '乡'),
    ('鄧', '邓'), ('鄰', '邻'), ('醜', '丑'), ('醫', '医'),
    ('釋', '释'), ('針', '针'), ('鈔', '钞'), ('銀', '银'),
    ('銷', '销'), ('鋼', '钢'), ('錄', '录'), ('錢', '钱'),
    ('錦', '锦'), ('錯', '错'), ('鍵', '键'), ('鎮', '镇'),
    ('鏈', '链'), ('鐘', '钟'), ('鐵', '铁'), ('鑑', '鉴'),
    ('長', '长'), ('門', '门'), ('閉', '闭'), ('開', '开'),
    ('閒', '闲'), ('間', '间'), ('閱', '阅'), ('闊', '阔'),
    ('關', '关'), ('陣', '阵'), ('陰', '阴'), ('陳', '陈'),
    ('陸', '陆'), ('陽', '阳'), ('隊', '队'), ('階', '阶'),
    ('際', '际'), ('隨', '随'), ('險', '险'), ('隱', '隐'),
    ('雙', '双'), ('雜', '杂'), ('雞', '鸡'), ('離', '离'),
    ('難', '难'), ('雲', '云'), ('電', '电'), ('霧', '雾'),
    ('靈', '灵'), ('靜', '静'), ('韓', '韩'), ('響', '响'),
    ('頁', '页'), ('項', '项'), ('順', '顺'), ('須', '须'),
    ('預', '预'), ('頒', '颁'), ('頓', '顿'), ('頗', '颇'),
    ('領', '领'), ('頭', '头'), ('題', '题'), ('額', '额'),
    ('顏', '颜'), ('願', '愿'), ('類', '类'), ('顧', '顾'),
    ('顯', '显'), ('風', '风'), ('飛', '飞'), ('飯', '饭'),
    ('養', '养'), ('餘', '余'), ('館', '馆'), ('馬', '马'),
    ('駐', '驻'), ('騎', '骑'), ('騙', '骗'), ('驅', '驱'),
    ('驗', '验'), ('驚', '惊'), ('體', '体'), ('鬥', '斗'),
    ('魚', '鱼'), ('鳥', '鸟'), ('麥', '麦'), ('黃', '黄'),
    ('點', '点'), ('黨', '党'), ('齊', '齐'), ('齡', '龄'),
    ('龍', '龙'),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> (u32, String) {
        let Folded { ordinal, core } = fold(text);
        (ordinal, core.into_iter().collect())
    }

    #[test]
    fn one_label_in_many_writings() {
        let cases = [
            ("（一）予以公开", 1, "予以公开"),
            ("(一) 予 以\n公开", 1, "予以公开"),
            (
                "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
                2,
                "部分公开",
            ),
            ("３．危及“三安全一稳定”", 3, "危及三安全一稳定"),
            ("1、屬於國家秘密", 1, "属于国家秘密"),
            ("①重复申请", 1, "重复申请"),
            ("2.重复申请①", 2, "重复申请"),
            ("2.重复申请¹", 2, "重复申请"),
            ("三、本年度办理结果", 3, "本年度办理结果"),
            ("三类内部事务", 0, "三类内部事务"),
            ("本年收费金额（单位：万元）", 0, "本年收费金额"),
            ("（单位：万元）", 0, "单位万元"),
            ("十二、其他", 12, "其他"),
            ("第二十条第（一）项", 0, "第二十条第项"),
        ];
        for (text, ordinal, core) in cases {
            assert_eq!(folded(text), (ordinal, core.to_string()), "{text}");
        }
    }

    #[test]
    fn likeness_of_a_garbled_label() {
        let printed = fold("2.其他法律行政法规禁止公开").core;
        assert!(likeness(&fold("2.其他法律行政止公开").core, &printed) > 0.85);
        assert!(likeness(&fold("重复申请").core, &printed) < 0.3);
    }

    #[test]
    fn the_table_of_characters_is_sorted() {
        assert!(TRADITIONAL.is_sorted_by(|a, b| a.0 < b.0));
    }
}
