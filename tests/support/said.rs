//! Sentences in many wordings whose figures are those of the tables, with the rule that each figure belongs to. Names in
//! braces are those of `story`.

/// The rule that is to fire where a figure is wrong.
pub fn rule_of(name: &str) -> Option<&'static str> {
    Some(match name {
        "new" | "all" => "prose-new",
        "in" => "prose-carried-in",
        "out" => "prose-carried-out",
        "done" => "prose-done",
        "granted" | "partly" | "open" | "denied" | "lacking" | "refused" | "rest" => {
            "prose-results"
        }
        "natural" | "organisations" => "prose-applicants",
        "review" | "suits" | "cases" => "prose-cases",
        "issued" | "repealed" | "force" | "licences" | "penalties" => "prose-documents",
        _ => return None,
    })
}

/// Each is a paragraph.
pub const SENTENCES: [&str; 65] = [
    "{year}年，{we}共收到政府信息公开申请{new}件。",
    "{year}年，{we}共收到政府信息公开申请 {new} 件，上年结转 {in} 件，办结 {done} 件，结转下年度继续办理 {out} 件。",
    "（二）依申请公开情况。新收申请{new}件，上年结转{in}件，答复{done}件，结转下年{out}件。",
    "{year}年共受理政府信息依申请公开{all}件（其中本年度新收申请数{new}件，上年结转申请数{in}件），已答复{done}件，属于同意公开的{granted}件，部分公开{partly}件，不同意公开的{denied}件，无法提供的{lacking}件，不予处理{refused}件，其他处理{rest}件，另{out}件结转下一年处理。",
    "{year}年受理政府信息公开申请{new}件，办理上年度结转{in}件，答复{done}件。",
    "全年新收政府信息公开申请{new}宗，办理完毕{done}宗。",
    "本年度办理政府信息公开申请{all}件，包括上年结转{in}件。",
    "{we}{year}年度接收到政府信息公开申请{new}件，其中自然人申请{natural}件，法人或其他组织申请{organisations}件。",
    "收到政府信息公开申请{new}件（自然人{natural}件，法人或其他组织{organisations}件）。",
    "{year}年，收到公民、法人和其他组织政府信息公开申请{new}件，均已依法答复。",
    "办结政府信息公开申请{done}件，其中：予以公开{granted}件，部分公开{partly}件，不予公开{denied}件，无法提供{lacking}件，不予处理{refused}件，其他处理{rest}件。",
    "答复政府信息公开申请{done}件，其中予以公开及部分公开{open}件、不予公开{denied}件、无法提供{lacking}件。",
    "全年答复政府信息公开申请{done}件，{granted}件予以公开，{partly}件部分公开，{denied}件不予公开。",
    "政府信息公开申请办结{done}件：公开{open}件，不予公开{denied}件。",
    "收到政府信息公开申请{new}件，其中同意公开答复{granted}件。",
    "三是规范依申请公开。全年收到申请{new}件，答复{done}件，予以公开{granted}件。",
    "依申请公开事项：{new}件，办结：{done}件。",
    "{year}年，{we}登记政府信息公开申请{new}件，上年度结转{in}件，全部依法办结的{done}件，顺延至下年{out}件。",
    "截至{year}年12月31日，{we}共收到政府信息公开申请{new}件，办结{done}件。",
    "自{year}年1月1日至{year}年12月31日，{we}共收到政府信息公开申请{new}份，{last}年结转{in}份，结转至{next}年{out}份。",
    "统计期内，收到政府信息公开申请{new}件；办结{done}件；结转下年{out}件。",
    "{year}年累计收到依申请公开政府信息申请{new}件。",
    "对收到的{new}件政府信息公开申请，均依法予以答复。",
    "收到{new}件政府信息公开申请，其中自然人{natural}件、法人或其他组织{organisations}件；办结{done}件。",
    "新收政府信息公开申请数量为{new}件，上年结转的为{in}件。",
    "收到政府信息公开申请{new}件，其中网上申请3件、信函申请2件、当面申请1件，均按时答复。",
    "通过网络、信函等渠道收到政府信息公开申请{new}件，按期答复率100%。",
    "收到政府信息公开申请{new}件，同比增加2件；按期答复{done}件。",
    "{year}年，全市共收到政府信息公开申请8105件，本机关收到政府信息公开申请{new}件。",
    "{last}年收到政府信息公开申请9999件。{year}年收到政府信息公开申请{new}件。",
    "主动公开信息300条。收到政府信息公开申请{new}件，办结{done}件。",
    "受理12345热线工单3200件，办结3200件；收到政府信息公开申请{new}件。",
    "政府信息公开申请结转下年度{out}件。",
    "{we}共收到政府信息公开申请{new}件，加上{last}年结转的{in}件，应办{all}件，共办结{done}件，另有{out}件按规定结转至{next}年办理。",
    "全市新收政府信息公开申请{new}件，上年结转{in}件，办结{done}件，结转下年度{out}件。",
    "因政府信息公开被申请行政复议{review}件，被提起行政诉讼{suits}件。",
    "{year}年，因政府信息公开引起的行政复议{review}件、行政诉讼{suits}件。",
    "政府信息公开类行政复议案件{review}起，行政诉讼案件{suits}起。",
    "政府信息公开行政复议、行政诉讼案件共{cases}件。",
    "涉及政府信息公开的行政复议{review}宗，其中维持1宗。",
    "办理行政复议案件9000件。因政府信息公开产生的行政复议{review}件。",
    "{year}年制定规范性文件{issued}件，废止{repealed}件，现行有效{force}件。",
    "{year}年，{we}制发行政规范性文件{issued}件、废止{repealed}件、现行有效{force}件，均已主动公开。",
    "本年制发行政规范性文件{issued}件。",
    "现行有效行政规范性文件{force}件，备案审查规范性文件77件。",
    "全年作出行政许可决定{licences}件，行政处罚决定{penalties}件。",
    "作出行政处罚决定{penalties}件；公示行政许可800条。",
    "{year}年新收{new}件政府信息公开申请，较上年下降。",
    "{year}年度政府信息公开申请共{new}件，办理情况如下：予以公开{granted}件，部分公开{partly}件，不予公开{denied}件，无法提供{lacking}件。",
    "全年办结政府信息公开申请{done}件，结果为：予以公开{granted}件；部分公开{partly}件；不予公开{denied}件；无法提供{lacking}件；不予处理{refused}件；其他处理{rest}件。",
    "办结政府信息公开申请{done}件，其中予以公开、部分公开共{open}件。",
    "共接收政府信息公开申请{new}件，约300人次咨询。",
    "收到信息公开申请{new}起，其中涉及征地8起、规划3起。",
    "（二）依申请公开。畅通渠道，规范流程，全年共收到依申请公开{new}件，涉及城建、教育等方面，均已办结。",
    "我们依法办理公众申请。{year}年度收到政府信息公开申请{new}件，补正5件，延期答复2件，撤回1件。",
    "本年新收政府信息公开申请{new}件、上年结转{in}件、办结{done}件、结转下年度{out}件。",
    "办结信息公开申请{done}件，收取信息处理费0元。",
    "政府信息公开申请办理结果：予以公开{granted}件、部分公开{partly}件、其他处理{rest}件。",
    "（三）政府信息公开行政复议和行政诉讼情况。{year}年行政复议{review}件、行政诉讼{suits}件。",
    "{year}年，共收到政府信息公开申请{new}件，受理{new}件，办结{done}件。",
    "{year}年，{we}收到并受理政府信息公开申请{new}件。",
    "举办政府信息公开培训6次，收到政府信息公开申请{new}件，开展检查4次。",
    "依申请公开方面：收到申请{new}件，上年结转{in}件；答复{done}件，其中予以公开{granted}件，占比不高。",
    "承办人大建议12件、政协提案8件，全部答复；办结政府信息公开申请{done}件。",
    "政府网站发布信息2300条，其中规范性文件40条。制定规范性文件{issued}件。",
];

/// Each says that there was nothing, where the named figure is not 0.
pub const NOTHING: [(&str, &str); 10] = [
    ("new", "{year}年，本机关未收到政府信息公开申请。"),
    (
        "new",
        "本年度没有收到公民、法人或其他组织提出的政府信息公开申请。",
    ),
    ("new", "全年无依申请公开事项。"),
    ("new", "{year}年收到政府信息公开申请0件。"),
    ("in", "未发生政府信息公开申请上年结转。"),
    ("out", "没有政府信息公开申请结转下年度。"),
    ("review", "{year}年，未发生因政府信息公开引起的行政复议。"),
    (
        "cases",
        "没有因政府信息公开被申请行政复议、提起行政诉讼的情况。",
    ),
    ("cases", "政府信息公开行政复议、行政诉讼均为0件。"),
    ("suits", "本年度无政府信息公开行政诉讼案件。"),
];
