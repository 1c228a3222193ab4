//! The words that sentences about requests, cases and documents are made of. What a sentence says is read only where
//! every word of it is known here; longer words come before shorter ones, so that 同意公开 is never read as 公开.

use std::sync::LazyLock;

use crate::order;

/// What a word does in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// Says nothing about the measure.
    Fill,
    /// 政府信息公开申请 and its short forms: what is said is about requests.
    Request,
    /// 申请 alone, and other words that need a topic.
    Weak,
    /// Disclosure of information as a matter: makes 行政复议 one of ours.
    Matter,
    /// 收到
    Get,
    /// 受理: may leave out what was not accepted.
    Take,
    /// 新收: within 其中 too it is the whole of the new ones.
    New,
    /// 办理, 处理: what came in or what was settled.
    Handle,
    /// 答复, 办结
    Done,
    CarriedIn,
    CarriedOut,
    /// A result, by the id of its row or of its group.
    Row(&'static str),
    /// A kind of applicant, by the id of its column; `organisations` for all but 自然人.
    Applicant(&'static str),
    /// The way on which requests came in, or another part that no cell counts.
    Part,
    /// `review`, `suits`, `direct` or `after_review`
    Case(&'static str),
    /// 提起, 发生, 引起: how a case comes about.
    Happen,
    /// `normative` or `regulations`
    Document(&'static str),
    /// `issued`, `repealed` or `in_force`
    Item(&'static str),
    /// A row of decisions.
    Decision(&'static str),
    /// 作出 … 决定
    Decide,
    /// 信息处理费
    Fee,
    /// This organ.
    Own,
    /// 全市: the scope of the tables, or a wider one.
    Whole,
    /// Another scope: 本级, 各部门.
    Area,
    /// 复议机关: before a figure, the cases are those of others.
    Reviewer,
    /// The year before.
    Last,
    /// A part of the year, or more than it.
    Period,
    /// 累计: this year's only where a year is said.
    Cumulative,
    /// 本年度, 全年
    ThisYear,
    /// 未, 没有, 无
    Not,
    /// 均: the same for each.
    Each,
    /// 分别: one figure for each, in their order.
    Apart,
    /// 其中, 包括
    Among,
    /// 约, 近, 超过
    About,
    /// 占
    Share,
    /// 较上年: what follows is the figure of the year before, or a growth.
    Than,
    Up,
    Down,
    /// 等: a list that is not whole.
    Etc,
    /// 中: what follows is a part of what stands before.
    Within,
    /// Another matter: hotlines, proposals, the website.
    Foreign,
}

use Word::*;

#[rustfmt::skip]
const WORDS: &[(Word, &str)] = &[
    (Fill, "加上 连同 按规定 底 末 年底 年末 共 共计 总共 合计 总计 一共 为 是 了 有 的 已 已经 则 也 还 并 且 及 和 与 或 以及 、 . - 对 向 数量 总数 总数量 总量 件数 情况 方面 工作 类 \
        政府 行政机关 机关 当事人 申请人 相关 有关 涉及 涉 关于 属于 属 来自 继续 继续办理 进行 给予 予以 依法 依规 依法依规 规范 全部 全 共有 另 另有 另外 剩余 其余 正式 \
        收 收取 收取了 办理结果 办理情况 办结情况 书面 出具 告知 答复书 结果 其 由 因 我们 目前 现 现有 截至 截止 自 至 起 止 到 从 内 期间 统计 同时 本 该 此 实际 顺利 妥善 认真 积极 事项 案件 案 方式 上述 这些 \
        人民政府 办公室 办公厅 公开办 数为 数据 如下 次数 期 各类 办公 档 开展 情形 就 而 于 以 所 ‘ ’ “ ” 《条例》 总 总体 发生情况 作 工作中 过程中"),
    (Etc, "等 等等"),
    (Within, "中 当中 里"),
    (Request, "政府信息公开申请 政府信息依申请公开 信息公开申请 依申请公开 政府信息公开依申请 依申请公开申请 依申请公开政府信息 依申请公开信息 依申请信息公开 政务信息公开申请 政务公开申请 公开政府信息申请 \
        政府信息申请公开 申请公开政府信息 申请政府信息公开 政府信息公开的申请 信息公开的申请 信息依申请公开 公开申请 政府信息公开申请件 依申请 依申请件 依申请公开件 申请公开 政府信息公开申请书 申请信息公开 依申请公开事项"),
    (Weak, "申请 申请件 申请书 申请事项 请求 申请量 申请数 申请数量 申请总数 申请总量 件申请"),
    (Matter, "政府信息公开 信息公开 政务公开 政府信息 信息 公开工作 政府信息公开工作 信息公开工作 政府信息公开类 信息公开类"),
    (Get, "收到 接收 接到 接收到 共收 收悉 接获 收取到 收到的"),
    (Take, "受理 接受 受理的 登记 立案 登记受理"),
    (New, "新收 新收到 新受理 本年新收 当年新收 今年新收 年内新收 本年度新收 新增 本年新收到 当年收到 新接收 新收的 新接"),
    (Handle, "应办 办理 处理 承办 受理办理 办理的 处理的"),
    (Done, "答复 办结 办毕 办理完毕 办理完成 答复办结 办理答复 办结答复 回复 处理完毕 办理办结 作出答复 予以答复 审结办结 答复完毕 答复申请人"),
    (CarriedIn, "上年结转 上年度结转 上一年结转 上一年度结转 去年结转 结转上年 上年结转的 上年度结转的 上年结余 上年转入 上年度转入 往年结转 结转上年度 上年延续 上年度顺延 上年结转至本年 上年结转至今年 上年度结转至本年度 上年度遗留 上年遗留 由上年结转 由上年度结转 结转自上年 结转自上年度"),
    (CarriedOut, "结转下年 结转下年度 结转至下年 结转至下年度 结转到下年 结转到下年度 结转下一年 结转下一年度 结转至下一年 结转至下一年度 结转到下一年度 结转到下一年 顺延至下年 顺延至下一年 顺延至下年度 顺延下年度 顺延到下年度 转入下年度 转入下年 \
        结转下年度继续办理 结转下年继续办理 结转下一年继续办理 结转下一年处理 结转至下年度继续办理 结转至下年度办理 结转下年度办理 结转下年办理 结转至次年 结转次年 顺延至次年 转结下年度 结转至下一年度办理 结转至下一年度继续办理 结转下一年度继续办理 下年度继续办理 转下年度继续办理 转下年继续办理 结转来年 结转至来年 结转明年 结转至明年 转至下年 转至下年度 转下年度办理 转下年 转下年度 结转下年度处理 结转至下年继续办理"),
    (Row("granted"), "予以公开 同意公开 全部公开 全部予以公开 完全公开 公开 准予公开 同意全部公开 予以全部公开 依法公开"),
    (Row("partly_granted"), "部分公开 予以部分公开 同意部分公开 部分予以公开 作部分公开 区分处理"),
    (Row("denied"), "不予公开 不同意公开 不公开 未予公开 依法不予公开 决定不予公开"),
    (Row("unavailable"), "无法提供 无法提供信息 不能提供 无法提供政府信息"),
    (Row("rejected"), "不予处理 不予办理 不作处理"),
    (Row("other"), "其他处理 其它处理 作其他处理 其他方式处理 做其他处理"),
    (Row("denied.secret"), "国家秘密 属于国家秘密"),
    (Row("denied.law"), "其他法律行政法规禁止公开 法律行政法规禁止公开"),
    (Row("denied.third_party"), "保护第三方合法权益 第三方合法权益"),
    (Row("denied.internal"), "三类内部事务信息 内部事务信息 属于内部事务信息"),
    (Row("denied.process"), "四类过程性信息 过程性信息 属于过程性信息"),
    (Row("denied.enforcement_file"), "行政执法案卷 属于行政执法案卷 行政执法案卷信息"),
    (Row("denied.admin_inquiry"), "行政查询事项 属于行政查询事项"),
    (Row("unavailable.not_held"), "本机关不掌握相关政府信息 本机关不掌握 不掌握相关政府信息 不掌握"),
    (Row("unavailable.needs_creation"), "没有现成信息需要另行制作 没有现成信息 需要另行制作 需另行制作"),
    (Row("unavailable.unclear"), "补正后申请内容仍不明确 补正后仍不明确"),
    (Row("rejected.petition"), "信访举报投诉类申请 信访举报投诉类 信访、举报、投诉类申请"),
    (Row("rejected.duplicate"), "重复申请"),
    (Row("rejected.publication"), "要求提供公开出版物"),
    (Row("rejected.excessive"), "无正当理由大量反复申请"),
    (Row("rejected.reissue"), "要求行政机关确认或重新出具已获取信息"),
    (Row("other.no_correction"), "逾期不补正 无正当理由逾期不补正 申请人无正当理由逾期不补正"),
    (Row("other.unpaid"), "逾期未缴费 逾期未按收费通知要求缴纳费用"),
    (Applicant("natural"), "自然人 公民 个人 公民个人 自然人申请 个人申请 公民申请"),
    (Applicant("organisations"), "法人或其他组织 法人和其他组织 法人及其他组织 法人、其他组织 法人或者其他组织 法人 法人组织 单位申请 法人或组织 法人和组织 法人或其它组织 法人及组织"),
    (Applicant("business"), "商业企业 企业 企业申请"),
    (Applicant("research"), "科研机构"),
    (Applicant("charity"), "社会公益组织"),
    (Applicant("legal"), "法律服务机构"),
    (Part, "网上 网络 在线 线上 线下 信函 邮寄 邮件 电子邮件 当面 现场 窗口 传真 平台 网站申请 网上申请 网络申请 信函申请 当面申请 来信 来函 挂号信 快递 在线申请 邮政 渠道 通过 途径 \
        按时 按期 及时 如期 逾期 延期 超期 限时 当场 提前 当日 按期办结 法定期限 规定期限 补正 撤回 撤销 主动撤回 存在 转办 移送 首次 被依法纠错 纠错 败诉 胜诉 应诉 出庭 一审 二审 再审 \
        维持 结果维持 结果纠正 纠正 其他结果 尚未审结 未审结 审结 审理 撤诉 驳回 调解 尚在办理 正在办理 未办结 尚未办结 在办 未答复 尚未答复 尚未到期"),
    (Case("review"), "行政复议 复议 行政复议申请 行政复议案件 复议案件"),
    (Case("suits"), "行政诉讼 诉讼 行政诉讼案件 诉讼案件"),
    (Case("direct"), "未经复议直接起诉 未经行政复议直接起诉 直接起诉"),
    (Case("after_review"), "复议后起诉 经复议后起诉 行政复议后起诉"),
    (Happen, "被 被申请 被提起 提起 提出 发生 引发 引起 产生 导致 出现 申请行政复议和提起行政诉讼"),
    (Document("normative"), "规范性文件 行政规范性文件 各类规范性文件"),
    (Document("regulations"), "规章 政府规章"),
    (Item("issued"), "制定 制发 新制定 新制发 制定出台 制定印发 本年制发 出台 印发 新出台 制发件数 本年制发件数"),
    (Item("repealed"), "废止 失效 宣布失效 废止失效 本年废止 废止件数 本年废止件数"),
    (Item("in_force"), "现行有效 有效 继续有效 现行有效的 现行有效件数"),
    (Decision("licences"), "行政许可"),
    (Decision("penalties"), "行政处罚"),
    (Decision("coercion"), "行政强制"),
    (Decide, "决定 处理决定 决定书 作出 做出 处理决定数量"),
    (Fee, "信息处理费 政府信息公开信息处理费 政府信息处理费"),
    (Own, "我局 我办 我委 我厅 我院 我部 我处 我镇 我乡 我街道 我单位 我机关 我中心 我所 我分局 我司 我队 我支队 我大队 我街 我办公室 我街道办 我镇政府 我街道办事处 我管委会 全局 全厅 全委 \
        本局 本办 本委 本厅 本部 本处 本镇 本乡 本街道 本单位 本机关 本中心 本所 本分局 本行政机关 局机关 镇政府 乡政府 街道办事处 街道办 本部门"),
    (Whole, "全市 全区 全县 全省 全州 全旗 全盟 全系统 我市 我区 我县 我省 我州 我旗 本市 本区 本县 本省 本地区 本行政区域 全镇 全乡 全街道 各级"),
    (Reviewer, "复议机关 复议机构 行政复议机关 行政复议机构"),
    (Area, "全国 各部门 各单位 各镇街 各镇 各乡镇 各街道 各区 各县 各区县 各县区 各市 各地 下属 所属 直属 下级 基层 \
        市级 区级 县级 省级 本级 市本级 区本级 县本级 市直 区直 县直 镇街 乡镇 部门 各科室 所属单位 行政区域 其他部门 其他单位 上级 开发区 管理区"),
    (Last, "上年 上年度 去年 上一年 上一年度 往年 前年"),
    (Period, "上半年 下半年 季度 月份 每月 每年 历年 历次 以来 近年来 近年 截至目前 截止目前 十三五 十四五 五年 三年 两年 十年来 五年来 四年来 三年来 两年来 多年来 几年来 以往 历史"),
    (Cumulative, "累计"),
    (ThisYear, "本年 本年度 今年 全年 年内 当年 年度 全年度 一年来 当年度 该年度 报告期内 报告年度 统计期内"),
    (Not, "未 没有 无 未有 均无 均未 暂无 尚无 未曾 尚未 暂未 从未 并无 皆无 都没有 均没有 不存在"),
    (Each, "均 均为 各 都 均系 皆为 都为 全为"),
    (Apart, "分别 分别为 分别是 分别有 依次为"),
    (Among, "其中 包括 包含 含 内含 其中包括 其中有"),
    (About, "约 近 大约 将近 超 超过 逾 至少 不少于 不低于 不足 达到 突破 几 近百 上百"),
    (Share, "占 占比 所占比例 占总数 占全部 占申请总数 占总量 占受理总数 占比为 占答复总数 占办结总数 占总数的"),
    (Than, "较上年 比上年 较去年 比去年 较上年度 比上年度 与上年相比 与去年相比 较上一年 比上一年"),
    (Up, "增长 上升 增加 提高 同比增长 同比上升 同比增加 较上年增长 较上年增加 比上年增长 比上年增加 较去年增长 较去年增加 比去年增长 比去年增加 较上年上升 较去年上升 同比 环比 较上年度增长 比上年度增长 增幅"),
    (Down, "下降 减少 降低 同比下降 同比减少 较上年下降 较上年减少 比上年下降 比上年减少 较去年下降 较去年减少 比去年下降 比去年减少 同比降低 降幅 较上年度下降 比上年度下降"),
    (Foreign, "主动公开 热线 12345 信访 提案 建议 议案 信箱 留言 咨询 投诉 举报 来信来访 来访 网民 群众 市民 网友 微信 微博 公众号 抖音 网站 门户 栏目 解读 新闻 培训 会议 访谈 备案 审查 审核 清理 报备 合法性 行政审批 许可申请 行政许可申请 \
        工单 诉求 民意 征集 意见 公示 公布 发布 报送 上传 归集 公报 政务服务 平台公开 信用 双公示 预算 决算 公文公开 视频 图解 公告 通报 检查 督查 抽查 测评 考核 回应 电话 接待 查阅 人大 政协 代表 委员 党 合同 项目 招标 采购 事件 纠纷 人民调解 公证 法律援助 宣传 转载 信件 来电 案卷评查 公文"),
];

/// By first character, longer words first.
static SORTED: LazyLock<Vec<(char, &'static str, Word)>> = LazyLock::new(|| {
    let mut sorted = Vec::new();
    for &(word, texts) in WORDS {
        let texts = texts.split_ascii_whitespace();
        sorted.extend(texts.filter_map(|text| Some((text.chars().next()?, text, word))));
    }
    order::by_key(&mut sorted, |(first, text, _)| {
        (*first, usize::MAX - text.len())
    });
    sorted
});

/// The word at the beginning of a text, with the characters it takes.
pub fn at(chars: &[char]) -> Option<(Word, usize)> {
    let first = *chars.first()?;
    let from = SORTED.partition_point(|entry| entry.0 < first);
    let own = SORTED
        .iter()
        .skip(from)
        .take_while(|entry| entry.0 == first);
    let mut fits = own.filter_map(|(_, text, word)| Some((*word, fits(chars, text)?)));
    fits.next()
}

/// The number of characters of a word that a text begins with.
pub fn fits(chars: &[char], word: &str) -> Option<usize> {
    let mut len = 0;
    for c in word.chars() {
        if chars.get(len) != Some(&c) {
            return None;
        }
        len += 1;
    }
    Some(len)
}
