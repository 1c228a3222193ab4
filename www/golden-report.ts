// Written by tests/view.rs (UPDATE=1 cargo test --test view); tsc checks it against the types by hand.

import type { ReadFailure, Report } from './types';

export const report: Report = {
  "schema": 1,
  "source": "报告.html",
  "kind": "html",
  "form": "2021",
  "year": 2023,
  "agency": "示例县青石镇人民政府",
  "verdict": {
    "level": "error",
    "words": {
      "zh": "有 1 处错误，请修改后再发布",
      "en": "1 error: correct before publishing"
    },
    "why": {
      "zh": "表四：数字连在一起，中间没有分隔，分不清各在哪一格；请从 Word 或网页里直接复制表格",
      "en": "Table 4: its figures are glued together and cannot be told apart; copy the table itself out of Word or the web page"
    }
  },
  "tables": [
    {
      "name": "t2",
      "title": {
        "zh": "表二 主动公开政府信息情况",
        "en": "Table 2: disclosure on the authority's own initiative"
      },
      "edition": "2021",
      "state": "bound",
      "why": null,
      "rows": [
        [
          {
            "rowspan": 1,
            "colspan": 4,
            "head": "column",
            "text": "第二十条第（一）项",
            "textEn": "Article 20, item (1)"
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "column",
            "text": "信息内容",
            "textEn": "Content"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "column",
            "text": "本年制发件数",
            "textEn": "Issued this year"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "column",
            "text": "本年废止件数",
            "textEn": "Repealed this year"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "column",
            "text": "现行有效件数",
            "textEn": "In force"
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "row",
            "text": "规章",
            "textEn": "Regulations (规章)"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t2.regulations.issued"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t2.regulations.repealed"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t2.regulations.in_force"
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "row",
            "text": "行政规范性文件",
            "textEn": "Administrative normative documents"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t2.normative.issued"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t2.normative.repealed"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t2.normative.in_force"
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 4,
            "head": "column",
            "text": "第二十条第（五）项",
            "textEn": "Article 20, item (5)"
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "column",
            "text": "信息内容",
            "textEn": "Content"
          },
          {
            "rowspan": 1,
            "colspan": 3,
            "head": "column",
            "text": "本年处理决定数量",
            "textEn": "Decisions this year"
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "row",
            "text": "行政许可",
            "textEn": "Administrative licences"
          },
          {
            "rowspan": 1,
            "colspan": 3,
            "cell": "t2.licences.decisions"
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 4,
            "head": "column",
            "text": "第二十条第（六）项",
            "textEn": "Article 20, item (6)"
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "column",
            "text": "信息内容",
            "textEn": "Content"
          },
          {
            "rowspan": 1,
            "colspan": 3,
            "head": "column",
            "text": "本年处理决定数量",
            "textEn": "Decisions this year"
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "row",
            "text": "行政处罚",
            "textEn": "Administrative penalties"
          },
          {
            "rowspan": 1,
            "colspan": 3,
            "cell": "t2.penalties.decisions"
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "row",
            "text": "行政强制",
            "textEn": "Administrative coercion"
          },
          {
            "rowspan": 1,
            "colspan": 3,
            "cell": "t2.coercion.decisions"
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 4,
            "head": "column",
            "text": "第二十条第（八）项",
            "textEn": "Article 20, item (8)"
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "column",
            "text": "信息内容",
            "textEn": "Content"
          },
          {
            "rowspan": 1,
            "colspan": 3,
            "head": "column",
            "text": "本年收费金额（单位：万元）",
            "textEn": "Fees this year (10,000 yuan)"
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "row",
            "text": "行政事业性收费",
            "textEn": "Administrative fees"
          },
          {
            "rowspan": 1,
            "colspan": 3,
            "cell": "t2.fees.amount"
          }
        ]
      ],
      "place": null
    },
    {
      "name": "t3",
      "title": {
        "zh": "表三 收到和处理政府信息公开申请情况",
        "en": "Table 3: requests received and processed"
      },
      "edition": "2021",
      "state": "bound",
      "why": null,
      "rows": [
        [
          {
            "rowspan": 3,
            "colspan": 3,
            "head": "column",
            "text": "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
            "textEn": "(In each column: item 1 plus item 2 equals item 3 plus item 4)"
          },
          {
            "rowspan": 1,
            "colspan": 7,
            "head": "column",
            "text": "申请人情况",
            "textEn": "Applicants"
          }
        ],
        [
          {
            "rowspan": 2,
            "colspan": 1,
            "head": "column",
            "text": "自然人",
            "textEn": "Natural persons"
          },
          {
            "rowspan": 1,
            "colspan": 5,
            "head": "column",
            "text": "法人或其他组织",
            "textEn": "Legal persons and other organisations"
          },
          {
            "rowspan": 2,
            "colspan": 1,
            "head": "column",
            "text": "总计",
            "textEn": "Total"
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "column",
            "text": "商业企业",
            "textEn": "Businesses"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "column",
            "text": "科研机构",
            "textEn": "Research institutions"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "column",
            "text": "社会公益组织",
            "textEn": "Public-interest organisations"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "column",
            "text": "法律服务机构",
            "textEn": "Legal-service institutions"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "column",
            "text": "其他",
            "textEn": "Other"
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 3,
            "head": "row",
            "text": "一、本年新收政府信息公开申请数量",
            "textEn": "1. New requests this year"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.new.natural"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.new.business"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.new.research"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.new.charity"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.new.legal"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.new.other"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.new.total",
            "sum": true
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 3,
            "head": "row",
            "text": "二、上年结转政府信息公开申请数量",
            "textEn": "2. Carried over from last year"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.carried_in.natural"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.carried_in.business"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.carried_in.research"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.carried_in.charity"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.carried_in.legal"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.carried_in.other"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.carried_in.total",
            "sum": true
          }
        ],
        [
          {
            "rowspan": 22,
            "colspan": 1,
            "head": "row",
            "text": "三、本年度办理结果",
            "textEn": "3. Results this year"
          },
          {
            "rowspan": 1,
            "colspan": 2,
            "head": "row",
            "text": "（一）予以公开",
            "textEn": "(1) Granted"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.granted.natural"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.granted.business"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.granted.research"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.granted.charity"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.granted.legal"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.granted.other"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.granted.total",
            "sum": true
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 2,
            "head": "row",
            "text": "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
            "textEn": "(2) Partly granted"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.partly_granted.natural"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.partly_granted.business"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.partly_granted.research"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.partly_granted.charity"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.partly_granted.legal"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.partly_granted.other"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.partly_granted.total",
            "sum": true
          }
        ],
        [
          {
            "rowspan": 8,
            "colspan": 1,
            "head": "row",
            "text": "（三）不予公开",
            "textEn": "(3) Denied"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "row",
            "text": "1.属于国家秘密",
            "textEn": "1. state secret"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.secret.natural"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.secret.business"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.secret.research"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.secret.charity"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.secret.legal"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.secret.other"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.secret.total",
            "sum": true
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "row",
            "text": "2.其他法律行政法规禁止公开",
            "textEn": "2. forbidden by other laws"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.law.natural"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.law.business"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.law.research"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.law.charity"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.law.legal"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.law.other"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.law.total",
            "sum": true
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "row",
            "text": "3.危及“三安全一稳定”",
            "textEn": "3. security and stability"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.security.natural"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.security.business"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.security.research"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.security.charity"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.security.legal"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.security.other"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.security.total",
            "sum": true
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "row",
            "text": "4.保护第三方合法权益",
            "textEn": "4. rights of third parties"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.third_party.natural"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.third_party.business"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.third_party.research"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.third_party.charity"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.third_party.legal"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.third_party.other"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.third_party.total",
            "sum": true
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "row",
            "text": "5.属于三类内部事务信息",
            "textEn": "5. internal affairs"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.internal.natural"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.internal.business"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.internal.research"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.internal.charity"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.internal.legal"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.internal.other"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.internal.total",
            "sum": true
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "row",
            "text": "6.属于四类过程性信息",
            "textEn": "6. deliberative records"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.process.natural"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.process.business"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.process.research"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.process.charity"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.process.legal"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.process.other"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.process.total",
            "sum": true
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "row",
            "text": "7.属于行政执法案卷",
            "textEn": "7. enforcement files"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.enforcement_file.natural"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.enforcement_file.business"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.enforcement_file.research"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.enforcement_file.charity"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.enforcement_file.legal"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.enforcement_file.other"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.enforcement_file.total",
            "sum": true
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "row",
            "text": "8.属于行政查询事项",
            "textEn": "8. administrative inquiries"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.admin_inquiry.natural"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.admin_inquiry.business"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.admin_inquiry.research"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.admin_inquiry.charity"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.admin_inquiry.legal"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.admin_inquiry.other"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.denied.admin_inquiry.total",
            "sum": true
          }
        ],
        [
          {
            "rowspan": 3,
            "colspan": 1,
            "head": "row",
            "text": "（四）无法提供",
            "textEn": "(4) Unavailable"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "row",
            "text": "1.本机关不掌握相关政府信息",
            "textEn": "1. not held"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.unavailable.not_held.natural"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.unavailable.not_held.business"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.unavailable.not_held.research"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.unavailable.not_held.charity"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.unavailable.not_held.legal"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.unavailable.not_held.other"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.unavailable.not_held.total",
            "sum": true
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "row",
            "text": "2.没有现成信息需要另行制作",
            "textEn": "2. would have to be created"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.unavailable.needs_creation.natural"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.unavailable.needs_creation.business"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.unavailable.needs_creation.research"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.unavailable.needs_creation.charity"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.unavailable.needs_creation.legal"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.unavailable.needs_creation.other"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.unavailable.needs_creation.total",
            "sum": true
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "row",
            "text": "3.补正后申请内容仍不明确",
            "textEn": "3. still unclear"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.unavailable.unclear.natural"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.unavailable.unclear.business"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.unavailable.unclear.research"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.unavailable.unclear.charity"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.unavailable.unclear.legal"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.unavailable.unclear.other"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.unavailable.unclear.total",
            "sum": true
          }
        ],
        [
          {
            "rowspan": 5,
            "colspan": 1,
            "head": "row",
            "text": "（五）不予处理",
            "textEn": "(5) Not processed"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "row",
            "text": "1.信访举报投诉类申请",
            "textEn": "1. petitions"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.petition.natural"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.petition.business"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.petition.research"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.petition.charity"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.petition.legal"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.petition.other"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.petition.total",
            "sum": true
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "row",
            "text": "2.重复申请",
            "textEn": "2. duplicates"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.duplicate.natural"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.duplicate.business"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.duplicate.research"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.duplicate.charity"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.duplicate.legal"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.duplicate.other"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.duplicate.total",
            "sum": true
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "row",
            "text": "3.要求提供公开出版物",
            "textEn": "3. publications"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.publication.natural"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.publication.business"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.publication.research"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.publication.charity"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.publication.legal"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.publication.other"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.publication.total",
            "sum": true
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "row",
            "text": "4.无正当理由大量反复申请",
            "textEn": "4. excessive"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.excessive.natural"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.excessive.business"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.excessive.research"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.excessive.charity"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.excessive.legal"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.excessive.other"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.excessive.total",
            "sum": true
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "row",
            "text": "5.要求行政机关确认或重新出具已获取信息",
            "textEn": "5. confirmation or reissue"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.reissue.natural"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.reissue.business"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.reissue.research"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.reissue.charity"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.reissue.legal"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.reissue.other"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.rejected.reissue.total",
            "sum": true
          }
        ],
        [
          {
            "rowspan": 3,
            "colspan": 1,
            "head": "row",
            "text": "（六）其他处理",
            "textEn": "(6) Other"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "row",
            "text": "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
            "textEn": "1. not corrected in time"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.other.no_correction.natural"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.other.no_correction.business"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.other.no_correction.research"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.other.no_correction.charity"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.other.no_correction.legal"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.other.no_correction.other"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.other.no_correction.total",
            "sum": true
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "row",
            "text": "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
            "textEn": "2. fee not paid in time"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.other.unpaid.natural"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.other.unpaid.business"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.other.unpaid.research"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.other.unpaid.charity"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.other.unpaid.legal"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.other.unpaid.other"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.other.unpaid.total",
            "sum": true
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "row",
            "text": "3.其他",
            "textEn": "3. other"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.other.misc.natural"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.other.misc.business"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.other.misc.research"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.other.misc.charity"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.other.misc.legal"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.other.misc.other"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.other.misc.total",
            "sum": true
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 2,
            "head": "row",
            "text": "（七）总计",
            "textEn": "(7) Total"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.total.natural",
            "sum": true
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.total.business",
            "sum": true
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.total.research",
            "sum": true
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.total.charity",
            "sum": true
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.total.legal",
            "sum": true
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.total.other",
            "sum": true
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.total.total",
            "sum": true
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 3,
            "head": "row",
            "text": "四、结转下年度继续办理",
            "textEn": "4. Carried over to next year"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.carried_out.natural"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.carried_out.business"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.carried_out.research"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.carried_out.charity"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.carried_out.legal"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.carried_out.other"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t3.carried_out.total",
            "sum": true
          }
        ]
      ],
      "place": {
        "zh": "第 3 个表格第 5 行第 2 格",
        "en": "table 3, row 5, cell 2"
      }
    },
    {
      "name": "t4",
      "title": {
        "zh": "表四 政府信息公开行政复议、行政诉讼情况",
        "en": "Table 4: administrative review and litigation"
      },
      "edition": "2021",
      "state": "cannot_tell",
      "why": {
        "zh": "数字连在一起，中间没有分隔，分不清各在哪一格；请从 Word 或网页里直接复制表格",
        "en": "its figures are glued together and cannot be told apart; copy the table itself out of Word or the web page"
      },
      "rows": [
        [
          {
            "rowspan": 1,
            "colspan": 5,
            "head": "column",
            "text": "行政复议",
            "textEn": "Administrative review"
          },
          {
            "rowspan": 1,
            "colspan": 10,
            "head": "column",
            "text": "行政诉讼",
            "textEn": "Litigation"
          }
        ],
        [
          {
            "rowspan": 2,
            "colspan": 1,
            "head": "column",
            "text": "结果维持",
            "textEn": "Upheld"
          },
          {
            "rowspan": 2,
            "colspan": 1,
            "head": "column",
            "text": "结果纠正",
            "textEn": "Corrected"
          },
          {
            "rowspan": 2,
            "colspan": 1,
            "head": "column",
            "text": "其他结果",
            "textEn": "Other result"
          },
          {
            "rowspan": 2,
            "colspan": 1,
            "head": "column",
            "text": "尚未审结",
            "textEn": "Pending"
          },
          {
            "rowspan": 2,
            "colspan": 1,
            "head": "column",
            "text": "总计",
            "textEn": "Total"
          },
          {
            "rowspan": 1,
            "colspan": 5,
            "head": "column",
            "text": "未经复议直接起诉",
            "textEn": "Litigation without review"
          },
          {
            "rowspan": 1,
            "colspan": 5,
            "head": "column",
            "text": "复议后起诉",
            "textEn": "Litigation after review"
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "column",
            "text": "结果维持",
            "textEn": "Upheld"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "column",
            "text": "结果纠正",
            "textEn": "Corrected"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "column",
            "text": "其他结果",
            "textEn": "Other result"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "column",
            "text": "尚未审结",
            "textEn": "Pending"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "column",
            "text": "总计",
            "textEn": "Total"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "column",
            "text": "结果维持",
            "textEn": "Upheld"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "column",
            "text": "结果纠正",
            "textEn": "Corrected"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "column",
            "text": "其他结果",
            "textEn": "Other result"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "column",
            "text": "尚未审结",
            "textEn": "Pending"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "head": "column",
            "text": "总计",
            "textEn": "Total"
          }
        ],
        [
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t4.review.upheld"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t4.review.corrected"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t4.review.other"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t4.review.pending"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t4.review.total",
            "sum": true
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t4.direct.upheld"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t4.direct.corrected"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t4.direct.other"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t4.direct.pending"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t4.direct.total",
            "sum": true
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t4.after_review.upheld"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t4.after_review.corrected"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t4.after_review.other"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t4.after_review.pending"
          },
          {
            "rowspan": 1,
            "colspan": 1,
            "cell": "t4.after_review.total",
            "sum": true
          }
        ]
      ],
      "place": null
    }
  ],
  "cells": [
    {
      "cell": "t2.regulations.issued",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "规章",
        "en": "Regulations (规章)"
      },
      "column": {
        "zh": "本年制发件数",
        "en": "Issued this year"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t2.regulations.repealed",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "规章",
        "en": "Regulations (规章)"
      },
      "column": {
        "zh": "本年废止件数",
        "en": "Repealed this year"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t2.regulations.in_force",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "规章",
        "en": "Regulations (规章)"
      },
      "column": {
        "zh": "现行有效件数",
        "en": "In force"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t2.normative.issued",
      "raw": "13",
      "value": 13,
      "state": "number",
      "row": {
        "zh": "行政规范性文件",
        "en": "Administrative normative documents"
      },
      "column": {
        "zh": "本年制发件数",
        "en": "Issued this year"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t2.normative.repealed",
      "raw": "20",
      "value": 20,
      "state": "number",
      "row": {
        "zh": "行政规范性文件",
        "en": "Administrative normative documents"
      },
      "column": {
        "zh": "本年废止件数",
        "en": "Repealed this year"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t2.normative.in_force",
      "raw": "94",
      "value": 94,
      "state": "number",
      "row": {
        "zh": "行政规范性文件",
        "en": "Administrative normative documents"
      },
      "column": {
        "zh": "现行有效件数",
        "en": "In force"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t2.licences.decisions",
      "raw": "29",
      "value": 29,
      "state": "number",
      "row": {
        "zh": "行政许可",
        "en": "Administrative licences"
      },
      "column": {
        "zh": "本年处理决定数量",
        "en": "Decisions this year"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t2.penalties.decisions",
      "raw": "40",
      "value": 40,
      "state": "number",
      "row": {
        "zh": "行政处罚",
        "en": "Administrative penalties"
      },
      "column": {
        "zh": "本年处理决定数量",
        "en": "Decisions this year"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t2.coercion.decisions",
      "raw": "117",
      "value": 117,
      "state": "number",
      "row": {
        "zh": "行政强制",
        "en": "Administrative coercion"
      },
      "column": {
        "zh": "本年处理决定数量",
        "en": "Decisions this year"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t2.fees.amount",
      "raw": "160.5964",
      "value": 160.5964,
      "state": "number",
      "row": {
        "zh": "行政事业性收费",
        "en": "Administrative fees"
      },
      "column": {
        "zh": "本年收费金额",
        "en": "Fees this year (10,000 yuan)"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.new.natural",
      "raw": "295",
      "value": 295,
      "state": "number",
      "row": {
        "zh": "一、本年新收政府信息公开申请数量",
        "en": "1. New requests this year"
      },
      "column": {
        "zh": "自然人",
        "en": "Natural persons"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.new.business",
      "raw": "8",
      "value": 8,
      "state": "number",
      "row": {
        "zh": "一、本年新收政府信息公开申请数量",
        "en": "1. New requests this year"
      },
      "column": {
        "zh": "商业企业",
        "en": "Businesses"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.new.research",
      "raw": "12",
      "value": 12,
      "state": "number",
      "row": {
        "zh": "一、本年新收政府信息公开申请数量",
        "en": "1. New requests this year"
      },
      "column": {
        "zh": "科研机构",
        "en": "Research institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.new.charity",
      "raw": "6",
      "value": 6,
      "state": "number",
      "row": {
        "zh": "一、本年新收政府信息公开申请数量",
        "en": "1. New requests this year"
      },
      "column": {
        "zh": "社会公益组织",
        "en": "Public-interest organisations"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.new.legal",
      "raw": "6",
      "value": 6,
      "state": "number",
      "row": {
        "zh": "一、本年新收政府信息公开申请数量",
        "en": "1. New requests this year"
      },
      "column": {
        "zh": "法律服务机构",
        "en": "Legal-service institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.new.other",
      "raw": "31",
      "value": 31,
      "state": "number",
      "row": {
        "zh": "一、本年新收政府信息公开申请数量",
        "en": "1. New requests this year"
      },
      "column": {
        "zh": "其他",
        "en": "Other"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.new.total",
      "raw": "358",
      "value": 358,
      "state": "number",
      "row": {
        "zh": "一、本年新收政府信息公开申请数量",
        "en": "1. New requests this year"
      },
      "column": {
        "zh": "总计",
        "en": "Total"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.carried_in.natural",
      "raw": "7",
      "value": 7,
      "state": "number",
      "row": {
        "zh": "二、上年结转政府信息公开申请数量",
        "en": "2. Carried over from last year"
      },
      "column": {
        "zh": "自然人",
        "en": "Natural persons"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.carried_in.business",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "二、上年结转政府信息公开申请数量",
        "en": "2. Carried over from last year"
      },
      "column": {
        "zh": "商业企业",
        "en": "Businesses"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.carried_in.research",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "二、上年结转政府信息公开申请数量",
        "en": "2. Carried over from last year"
      },
      "column": {
        "zh": "科研机构",
        "en": "Research institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.carried_in.charity",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "二、上年结转政府信息公开申请数量",
        "en": "2. Carried over from last year"
      },
      "column": {
        "zh": "社会公益组织",
        "en": "Public-interest organisations"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.carried_in.legal",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "二、上年结转政府信息公开申请数量",
        "en": "2. Carried over from last year"
      },
      "column": {
        "zh": "法律服务机构",
        "en": "Legal-service institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.carried_in.other",
      "raw": "1",
      "value": 1,
      "state": "number",
      "row": {
        "zh": "二、上年结转政府信息公开申请数量",
        "en": "2. Carried over from last year"
      },
      "column": {
        "zh": "其他",
        "en": "Other"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.carried_in.total",
      "raw": "8",
      "value": 8,
      "state": "number",
      "row": {
        "zh": "二、上年结转政府信息公开申请数量",
        "en": "2. Carried over from last year"
      },
      "column": {
        "zh": "总计",
        "en": "Total"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.granted.natural",
      "raw": "12",
      "value": 12,
      "state": "number",
      "row": {
        "zh": "（一）予以公开",
        "en": "(1) Granted"
      },
      "column": {
        "zh": "自然人",
        "en": "Natural persons"
      },
      "place": {
        "zh": "第 3 个表格第 5 行第 2 格",
        "en": "table 3, row 5, cell 2"
      },
      "findings": [
        0
      ],
      "proposed": 21,
      "edited": true
    },
    {
      "cell": "t3.granted.business",
      "raw": "",
      "value": null,
      "state": "blank",
      "row": {
        "zh": "（一）予以公开",
        "en": "(1) Granted"
      },
      "column": {
        "zh": "商业企业",
        "en": "Businesses"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.granted.research",
      "raw": "/",
      "value": null,
      "state": "dash",
      "row": {
        "zh": "（一）予以公开",
        "en": "(1) Granted"
      },
      "column": {
        "zh": "科研机构",
        "en": "Research institutions"
      },
      "place": null,
      "findings": [
        1
      ],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.granted.charity",
      "raw": "l0",
      "value": null,
      "state": "unreadable",
      "row": {
        "zh": "（一）予以公开",
        "en": "(1) Granted"
      },
      "column": {
        "zh": "社会公益组织",
        "en": "Public-interest organisations"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.granted.legal",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（一）予以公开",
        "en": "(1) Granted"
      },
      "column": {
        "zh": "法律服务机构",
        "en": "Legal-service institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.granted.other",
      "raw": "",
      "value": null,
      "state": "absent",
      "row": {
        "zh": "（一）予以公开",
        "en": "(1) Granted"
      },
      "column": {
        "zh": "其他",
        "en": "Other"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.granted.total",
      "raw": "15",
      "value": 15,
      "state": "number",
      "row": {
        "zh": "（一）予以公开",
        "en": "(1) Granted"
      },
      "column": {
        "zh": "总计",
        "en": "Total"
      },
      "place": null,
      "findings": [
        0
      ],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.partly_granted.natural",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（二）部分公开",
        "en": "(2) Partly granted"
      },
      "column": {
        "zh": "自然人",
        "en": "Natural persons"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.partly_granted.business",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（二）部分公开",
        "en": "(2) Partly granted"
      },
      "column": {
        "zh": "商业企业",
        "en": "Businesses"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.partly_granted.research",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（二）部分公开",
        "en": "(2) Partly granted"
      },
      "column": {
        "zh": "科研机构",
        "en": "Research institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.partly_granted.charity",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（二）部分公开",
        "en": "(2) Partly granted"
      },
      "column": {
        "zh": "社会公益组织",
        "en": "Public-interest organisations"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.partly_granted.legal",
      "raw": "1",
      "value": 1,
      "state": "number",
      "row": {
        "zh": "（二）部分公开",
        "en": "(2) Partly granted"
      },
      "column": {
        "zh": "法律服务机构",
        "en": "Legal-service institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.partly_granted.other",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（二）部分公开",
        "en": "(2) Partly granted"
      },
      "column": {
        "zh": "其他",
        "en": "Other"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.partly_granted.total",
      "raw": "1",
      "value": 1,
      "state": "number",
      "row": {
        "zh": "（二）部分公开",
        "en": "(2) Partly granted"
      },
      "column": {
        "zh": "总计",
        "en": "Total"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.secret.natural",
      "raw": "11",
      "value": 11,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 1.属于国家秘密",
        "en": "(3) Denied: 1. state secret"
      },
      "column": {
        "zh": "自然人",
        "en": "Natural persons"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.secret.business",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 1.属于国家秘密",
        "en": "(3) Denied: 1. state secret"
      },
      "column": {
        "zh": "商业企业",
        "en": "Businesses"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.secret.research",
      "raw": "1",
      "value": 1,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 1.属于国家秘密",
        "en": "(3) Denied: 1. state secret"
      },
      "column": {
        "zh": "科研机构",
        "en": "Research institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.secret.charity",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 1.属于国家秘密",
        "en": "(3) Denied: 1. state secret"
      },
      "column": {
        "zh": "社会公益组织",
        "en": "Public-interest organisations"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.secret.legal",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 1.属于国家秘密",
        "en": "(3) Denied: 1. state secret"
      },
      "column": {
        "zh": "法律服务机构",
        "en": "Legal-service institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.secret.other",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 1.属于国家秘密",
        "en": "(3) Denied: 1. state secret"
      },
      "column": {
        "zh": "其他",
        "en": "Other"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.secret.total",
      "raw": "12",
      "value": 12,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 1.属于国家秘密",
        "en": "(3) Denied: 1. state secret"
      },
      "column": {
        "zh": "总计",
        "en": "Total"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.law.natural",
      "raw": "15",
      "value": 15,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 2.其他法律行政法规禁止公开",
        "en": "(3) Denied: 2. forbidden by other laws"
      },
      "column": {
        "zh": "自然人",
        "en": "Natural persons"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.law.business",
      "raw": "1",
      "value": 1,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 2.其他法律行政法规禁止公开",
        "en": "(3) Denied: 2. forbidden by other laws"
      },
      "column": {
        "zh": "商业企业",
        "en": "Businesses"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.law.research",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 2.其他法律行政法规禁止公开",
        "en": "(3) Denied: 2. forbidden by other laws"
      },
      "column": {
        "zh": "科研机构",
        "en": "Research institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.law.charity",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 2.其他法律行政法规禁止公开",
        "en": "(3) Denied: 2. forbidden by other laws"
      },
      "column": {
        "zh": "社会公益组织",
        "en": "Public-interest organisations"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.law.legal",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 2.其他法律行政法规禁止公开",
        "en": "(3) Denied: 2. forbidden by other laws"
      },
      "column": {
        "zh": "法律服务机构",
        "en": "Legal-service institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.law.other",
      "raw": "2",
      "value": 2,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 2.其他法律行政法规禁止公开",
        "en": "(3) Denied: 2. forbidden by other laws"
      },
      "column": {
        "zh": "其他",
        "en": "Other"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.law.total",
      "raw": "18",
      "value": 18,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 2.其他法律行政法规禁止公开",
        "en": "(3) Denied: 2. forbidden by other laws"
      },
      "column": {
        "zh": "总计",
        "en": "Total"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.security.natural",
      "raw": "10",
      "value": 10,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 3.危及“三安全一稳定”",
        "en": "(3) Denied: 3. security and stability"
      },
      "column": {
        "zh": "自然人",
        "en": "Natural persons"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.security.business",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 3.危及“三安全一稳定”",
        "en": "(3) Denied: 3. security and stability"
      },
      "column": {
        "zh": "商业企业",
        "en": "Businesses"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.security.research",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 3.危及“三安全一稳定”",
        "en": "(3) Denied: 3. security and stability"
      },
      "column": {
        "zh": "科研机构",
        "en": "Research institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.security.charity",
      "raw": "1",
      "value": 1,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 3.危及“三安全一稳定”",
        "en": "(3) Denied: 3. security and stability"
      },
      "column": {
        "zh": "社会公益组织",
        "en": "Public-interest organisations"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.security.legal",
      "raw": "1",
      "value": 1,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 3.危及“三安全一稳定”",
        "en": "(3) Denied: 3. security and stability"
      },
      "column": {
        "zh": "法律服务机构",
        "en": "Legal-service institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.security.other",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 3.危及“三安全一稳定”",
        "en": "(3) Denied: 3. security and stability"
      },
      "column": {
        "zh": "其他",
        "en": "Other"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.security.total",
      "raw": "12",
      "value": 12,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 3.危及“三安全一稳定”",
        "en": "(3) Denied: 3. security and stability"
      },
      "column": {
        "zh": "总计",
        "en": "Total"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.third_party.natural",
      "raw": "34",
      "value": 34,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 4.保护第三方合法权益",
        "en": "(3) Denied: 4. rights of third parties"
      },
      "column": {
        "zh": "自然人",
        "en": "Natural persons"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.third_party.business",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 4.保护第三方合法权益",
        "en": "(3) Denied: 4. rights of third parties"
      },
      "column": {
        "zh": "商业企业",
        "en": "Businesses"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.third_party.research",
      "raw": "1",
      "value": 1,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 4.保护第三方合法权益",
        "en": "(3) Denied: 4. rights of third parties"
      },
      "column": {
        "zh": "科研机构",
        "en": "Research institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.third_party.charity",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 4.保护第三方合法权益",
        "en": "(3) Denied: 4. rights of third parties"
      },
      "column": {
        "zh": "社会公益组织",
        "en": "Public-interest organisations"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.third_party.legal",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 4.保护第三方合法权益",
        "en": "(3) Denied: 4. rights of third parties"
      },
      "column": {
        "zh": "法律服务机构",
        "en": "Legal-service institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.third_party.other",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 4.保护第三方合法权益",
        "en": "(3) Denied: 4. rights of third parties"
      },
      "column": {
        "zh": "其他",
        "en": "Other"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.third_party.total",
      "raw": "35",
      "value": 35,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 4.保护第三方合法权益",
        "en": "(3) Denied: 4. rights of third parties"
      },
      "column": {
        "zh": "总计",
        "en": "Total"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.internal.natural",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 5.属于三类内部事务信息",
        "en": "(3) Denied: 5. internal affairs"
      },
      "column": {
        "zh": "自然人",
        "en": "Natural persons"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.internal.business",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 5.属于三类内部事务信息",
        "en": "(3) Denied: 5. internal affairs"
      },
      "column": {
        "zh": "商业企业",
        "en": "Businesses"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.internal.research",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 5.属于三类内部事务信息",
        "en": "(3) Denied: 5. internal affairs"
      },
      "column": {
        "zh": "科研机构",
        "en": "Research institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.internal.charity",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 5.属于三类内部事务信息",
        "en": "(3) Denied: 5. internal affairs"
      },
      "column": {
        "zh": "社会公益组织",
        "en": "Public-interest organisations"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.internal.legal",
      "raw": "1",
      "value": 1,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 5.属于三类内部事务信息",
        "en": "(3) Denied: 5. internal affairs"
      },
      "column": {
        "zh": "法律服务机构",
        "en": "Legal-service institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.internal.other",
      "raw": "2",
      "value": 2,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 5.属于三类内部事务信息",
        "en": "(3) Denied: 5. internal affairs"
      },
      "column": {
        "zh": "其他",
        "en": "Other"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.internal.total",
      "raw": "3",
      "value": 3,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 5.属于三类内部事务信息",
        "en": "(3) Denied: 5. internal affairs"
      },
      "column": {
        "zh": "总计",
        "en": "Total"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.process.natural",
      "raw": "17",
      "value": 17,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 6.属于四类过程性信息",
        "en": "(3) Denied: 6. deliberative records"
      },
      "column": {
        "zh": "自然人",
        "en": "Natural persons"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.process.business",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 6.属于四类过程性信息",
        "en": "(3) Denied: 6. deliberative records"
      },
      "column": {
        "zh": "商业企业",
        "en": "Businesses"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.process.research",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 6.属于四类过程性信息",
        "en": "(3) Denied: 6. deliberative records"
      },
      "column": {
        "zh": "科研机构",
        "en": "Research institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.process.charity",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 6.属于四类过程性信息",
        "en": "(3) Denied: 6. deliberative records"
      },
      "column": {
        "zh": "社会公益组织",
        "en": "Public-interest organisations"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.process.legal",
      "raw": "1",
      "value": 1,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 6.属于四类过程性信息",
        "en": "(3) Denied: 6. deliberative records"
      },
      "column": {
        "zh": "法律服务机构",
        "en": "Legal-service institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.process.other",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 6.属于四类过程性信息",
        "en": "(3) Denied: 6. deliberative records"
      },
      "column": {
        "zh": "其他",
        "en": "Other"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.process.total",
      "raw": "18",
      "value": 18,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 6.属于四类过程性信息",
        "en": "(3) Denied: 6. deliberative records"
      },
      "column": {
        "zh": "总计",
        "en": "Total"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.enforcement_file.natural",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 7.属于行政执法案卷",
        "en": "(3) Denied: 7. enforcement files"
      },
      "column": {
        "zh": "自然人",
        "en": "Natural persons"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.enforcement_file.business",
      "raw": "1",
      "value": 1,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 7.属于行政执法案卷",
        "en": "(3) Denied: 7. enforcement files"
      },
      "column": {
        "zh": "商业企业",
        "en": "Businesses"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.enforcement_file.research",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 7.属于行政执法案卷",
        "en": "(3) Denied: 7. enforcement files"
      },
      "column": {
        "zh": "科研机构",
        "en": "Research institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.enforcement_file.charity",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 7.属于行政执法案卷",
        "en": "(3) Denied: 7. enforcement files"
      },
      "column": {
        "zh": "社会公益组织",
        "en": "Public-interest organisations"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.enforcement_file.legal",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 7.属于行政执法案卷",
        "en": "(3) Denied: 7. enforcement files"
      },
      "column": {
        "zh": "法律服务机构",
        "en": "Legal-service institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.enforcement_file.other",
      "raw": "5",
      "value": 5,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 7.属于行政执法案卷",
        "en": "(3) Denied: 7. enforcement files"
      },
      "column": {
        "zh": "其他",
        "en": "Other"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.enforcement_file.total",
      "raw": "6",
      "value": 6,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 7.属于行政执法案卷",
        "en": "(3) Denied: 7. enforcement files"
      },
      "column": {
        "zh": "总计",
        "en": "Total"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.admin_inquiry.natural",
      "raw": "21",
      "value": 21,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 8.属于行政查询事项",
        "en": "(3) Denied: 8. administrative inquiries"
      },
      "column": {
        "zh": "自然人",
        "en": "Natural persons"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.admin_inquiry.business",
      "raw": "1",
      "value": 1,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 8.属于行政查询事项",
        "en": "(3) Denied: 8. administrative inquiries"
      },
      "column": {
        "zh": "商业企业",
        "en": "Businesses"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.admin_inquiry.research",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 8.属于行政查询事项",
        "en": "(3) Denied: 8. administrative inquiries"
      },
      "column": {
        "zh": "科研机构",
        "en": "Research institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.admin_inquiry.charity",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 8.属于行政查询事项",
        "en": "(3) Denied: 8. administrative inquiries"
      },
      "column": {
        "zh": "社会公益组织",
        "en": "Public-interest organisations"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.admin_inquiry.legal",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 8.属于行政查询事项",
        "en": "(3) Denied: 8. administrative inquiries"
      },
      "column": {
        "zh": "法律服务机构",
        "en": "Legal-service institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.admin_inquiry.other",
      "raw": "3",
      "value": 3,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 8.属于行政查询事项",
        "en": "(3) Denied: 8. administrative inquiries"
      },
      "column": {
        "zh": "其他",
        "en": "Other"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.denied.admin_inquiry.total",
      "raw": "25",
      "value": 25,
      "state": "number",
      "row": {
        "zh": "（三）不予公开 8.属于行政查询事项",
        "en": "(3) Denied: 8. administrative inquiries"
      },
      "column": {
        "zh": "总计",
        "en": "Total"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.unavailable.not_held.natural",
      "raw": "31",
      "value": 31,
      "state": "number",
      "row": {
        "zh": "（四）无法提供 1.本机关不掌握相关政府信息",
        "en": "(4) Unavailable: 1. not held"
      },
      "column": {
        "zh": "自然人",
        "en": "Natural persons"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.unavailable.not_held.business",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（四）无法提供 1.本机关不掌握相关政府信息",
        "en": "(4) Unavailable: 1. not held"
      },
      "column": {
        "zh": "商业企业",
        "en": "Businesses"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.unavailable.not_held.research",
      "raw": "1",
      "value": 1,
      "state": "number",
      "row": {
        "zh": "（四）无法提供 1.本机关不掌握相关政府信息",
        "en": "(4) Unavailable: 1. not held"
      },
      "column": {
        "zh": "科研机构",
        "en": "Research institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.unavailable.not_held.charity",
      "raw": "1",
      "value": 1,
      "state": "number",
      "row": {
        "zh": "（四）无法提供 1.本机关不掌握相关政府信息",
        "en": "(4) Unavailable: 1. not held"
      },
      "column": {
        "zh": "社会公益组织",
        "en": "Public-interest organisations"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.unavailable.not_held.legal",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（四）无法提供 1.本机关不掌握相关政府信息",
        "en": "(4) Unavailable: 1. not held"
      },
      "column": {
        "zh": "法律服务机构",
        "en": "Legal-service institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.unavailable.not_held.other",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（四）无法提供 1.本机关不掌握相关政府信息",
        "en": "(4) Unavailable: 1. not held"
      },
      "column": {
        "zh": "其他",
        "en": "Other"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.unavailable.not_held.total",
      "raw": "33",
      "value": 33,
      "state": "number",
      "row": {
        "zh": "（四）无法提供 1.本机关不掌握相关政府信息",
        "en": "(4) Unavailable: 1. not held"
      },
      "column": {
        "zh": "总计",
        "en": "Total"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.unavailable.needs_creation.natural",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（四）无法提供 2.没有现成信息需要另行制作",
        "en": "(4) Unavailable: 2. would have to be created"
      },
      "column": {
        "zh": "自然人",
        "en": "Natural persons"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.unavailable.needs_creation.business",
      "raw": "1",
      "value": 1,
      "state": "number",
      "row": {
        "zh": "（四）无法提供 2.没有现成信息需要另行制作",
        "en": "(4) Unavailable: 2. would have to be created"
      },
      "column": {
        "zh": "商业企业",
        "en": "Businesses"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.unavailable.needs_creation.research",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（四）无法提供 2.没有现成信息需要另行制作",
        "en": "(4) Unavailable: 2. would have to be created"
      },
      "column": {
        "zh": "科研机构",
        "en": "Research institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.unavailable.needs_creation.charity",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（四）无法提供 2.没有现成信息需要另行制作",
        "en": "(4) Unavailable: 2. would have to be created"
      },
      "column": {
        "zh": "社会公益组织",
        "en": "Public-interest organisations"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.unavailable.needs_creation.legal",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（四）无法提供 2.没有现成信息需要另行制作",
        "en": "(4) Unavailable: 2. would have to be created"
      },
      "column": {
        "zh": "法律服务机构",
        "en": "Legal-service institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.unavailable.needs_creation.other",
      "raw": "1",
      "value": 1,
      "state": "number",
      "row": {
        "zh": "（四）无法提供 2.没有现成信息需要另行制作",
        "en": "(4) Unavailable: 2. would have to be created"
      },
      "column": {
        "zh": "其他",
        "en": "Other"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.unavailable.needs_creation.total",
      "raw": "2",
      "value": 2,
      "state": "number",
      "row": {
        "zh": "（四）无法提供 2.没有现成信息需要另行制作",
        "en": "(4) Unavailable: 2. would have to be created"
      },
      "column": {
        "zh": "总计",
        "en": "Total"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.unavailable.unclear.natural",
      "raw": "39",
      "value": 39,
      "state": "number",
      "row": {
        "zh": "（四）无法提供 3.补正后申请内容仍不明确",
        "en": "(4) Unavailable: 3. still unclear"
      },
      "column": {
        "zh": "自然人",
        "en": "Natural persons"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.unavailable.unclear.business",
      "raw": "1",
      "value": 1,
      "state": "number",
      "row": {
        "zh": "（四）无法提供 3.补正后申请内容仍不明确",
        "en": "(4) Unavailable: 3. still unclear"
      },
      "column": {
        "zh": "商业企业",
        "en": "Businesses"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.unavailable.unclear.research",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（四）无法提供 3.补正后申请内容仍不明确",
        "en": "(4) Unavailable: 3. still unclear"
      },
      "column": {
        "zh": "科研机构",
        "en": "Research institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.unavailable.unclear.charity",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（四）无法提供 3.补正后申请内容仍不明确",
        "en": "(4) Unavailable: 3. still unclear"
      },
      "column": {
        "zh": "社会公益组织",
        "en": "Public-interest organisations"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.unavailable.unclear.legal",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（四）无法提供 3.补正后申请内容仍不明确",
        "en": "(4) Unavailable: 3. still unclear"
      },
      "column": {
        "zh": "法律服务机构",
        "en": "Legal-service institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.unavailable.unclear.other",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（四）无法提供 3.补正后申请内容仍不明确",
        "en": "(4) Unavailable: 3. still unclear"
      },
      "column": {
        "zh": "其他",
        "en": "Other"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.unavailable.unclear.total",
      "raw": "40",
      "value": 40,
      "state": "number",
      "row": {
        "zh": "（四）无法提供 3.补正后申请内容仍不明确",
        "en": "(4) Unavailable: 3. still unclear"
      },
      "column": {
        "zh": "总计",
        "en": "Total"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.petition.natural",
      "raw": "38",
      "value": 38,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 1.信访举报投诉类申请",
        "en": "(5) Not processed: 1. petitions"
      },
      "column": {
        "zh": "自然人",
        "en": "Natural persons"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.petition.business",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 1.信访举报投诉类申请",
        "en": "(5) Not processed: 1. petitions"
      },
      "column": {
        "zh": "商业企业",
        "en": "Businesses"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.petition.research",
      "raw": "2",
      "value": 2,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 1.信访举报投诉类申请",
        "en": "(5) Not processed: 1. petitions"
      },
      "column": {
        "zh": "科研机构",
        "en": "Research institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.petition.charity",
      "raw": "1",
      "value": 1,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 1.信访举报投诉类申请",
        "en": "(5) Not processed: 1. petitions"
      },
      "column": {
        "zh": "社会公益组织",
        "en": "Public-interest organisations"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.petition.legal",
      "raw": "1",
      "value": 1,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 1.信访举报投诉类申请",
        "en": "(5) Not processed: 1. petitions"
      },
      "column": {
        "zh": "法律服务机构",
        "en": "Legal-service institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.petition.other",
      "raw": "2",
      "value": 2,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 1.信访举报投诉类申请",
        "en": "(5) Not processed: 1. petitions"
      },
      "column": {
        "zh": "其他",
        "en": "Other"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.petition.total",
      "raw": "44",
      "value": 44,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 1.信访举报投诉类申请",
        "en": "(5) Not processed: 1. petitions"
      },
      "column": {
        "zh": "总计",
        "en": "Total"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.duplicate.natural",
      "raw": "18",
      "value": 18,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 2.重复申请",
        "en": "(5) Not processed: 2. duplicates"
      },
      "column": {
        "zh": "自然人",
        "en": "Natural persons"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.duplicate.business",
      "raw": "1",
      "value": 1,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 2.重复申请",
        "en": "(5) Not processed: 2. duplicates"
      },
      "column": {
        "zh": "商业企业",
        "en": "Businesses"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.duplicate.research",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 2.重复申请",
        "en": "(5) Not processed: 2. duplicates"
      },
      "column": {
        "zh": "科研机构",
        "en": "Research institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.duplicate.charity",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 2.重复申请",
        "en": "(5) Not processed: 2. duplicates"
      },
      "column": {
        "zh": "社会公益组织",
        "en": "Public-interest organisations"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.duplicate.legal",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 2.重复申请",
        "en": "(5) Not processed: 2. duplicates"
      },
      "column": {
        "zh": "法律服务机构",
        "en": "Legal-service institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.duplicate.other",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 2.重复申请",
        "en": "(5) Not processed: 2. duplicates"
      },
      "column": {
        "zh": "其他",
        "en": "Other"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.duplicate.total",
      "raw": "19",
      "value": 19,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 2.重复申请",
        "en": "(5) Not processed: 2. duplicates"
      },
      "column": {
        "zh": "总计",
        "en": "Total"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.publication.natural",
      "raw": "19",
      "value": 19,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 3.要求提供公开出版物",
        "en": "(5) Not processed: 3. publications"
      },
      "column": {
        "zh": "自然人",
        "en": "Natural persons"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.publication.business",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 3.要求提供公开出版物",
        "en": "(5) Not processed: 3. publications"
      },
      "column": {
        "zh": "商业企业",
        "en": "Businesses"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.publication.research",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 3.要求提供公开出版物",
        "en": "(5) Not processed: 3. publications"
      },
      "column": {
        "zh": "科研机构",
        "en": "Research institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.publication.charity",
      "raw": "1",
      "value": 1,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 3.要求提供公开出版物",
        "en": "(5) Not processed: 3. publications"
      },
      "column": {
        "zh": "社会公益组织",
        "en": "Public-interest organisations"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.publication.legal",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 3.要求提供公开出版物",
        "en": "(5) Not processed: 3. publications"
      },
      "column": {
        "zh": "法律服务机构",
        "en": "Legal-service institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.publication.other",
      "raw": "4",
      "value": 4,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 3.要求提供公开出版物",
        "en": "(5) Not processed: 3. publications"
      },
      "column": {
        "zh": "其他",
        "en": "Other"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.publication.total",
      "raw": "24",
      "value": 24,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 3.要求提供公开出版物",
        "en": "(5) Not processed: 3. publications"
      },
      "column": {
        "zh": "总计",
        "en": "Total"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.excessive.natural",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 4.无正当理由大量反复申请",
        "en": "(5) Not processed: 4. excessive"
      },
      "column": {
        "zh": "自然人",
        "en": "Natural persons"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.excessive.business",
      "raw": "1",
      "value": 1,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 4.无正当理由大量反复申请",
        "en": "(5) Not processed: 4. excessive"
      },
      "column": {
        "zh": "商业企业",
        "en": "Businesses"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.excessive.research",
      "raw": "2",
      "value": 2,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 4.无正当理由大量反复申请",
        "en": "(5) Not processed: 4. excessive"
      },
      "column": {
        "zh": "科研机构",
        "en": "Research institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.excessive.charity",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 4.无正当理由大量反复申请",
        "en": "(5) Not processed: 4. excessive"
      },
      "column": {
        "zh": "社会公益组织",
        "en": "Public-interest organisations"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.excessive.legal",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 4.无正当理由大量反复申请",
        "en": "(5) Not processed: 4. excessive"
      },
      "column": {
        "zh": "法律服务机构",
        "en": "Legal-service institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.excessive.other",
      "raw": "4",
      "value": 4,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 4.无正当理由大量反复申请",
        "en": "(5) Not processed: 4. excessive"
      },
      "column": {
        "zh": "其他",
        "en": "Other"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.excessive.total",
      "raw": "7",
      "value": 7,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 4.无正当理由大量反复申请",
        "en": "(5) Not processed: 4. excessive"
      },
      "column": {
        "zh": "总计",
        "en": "Total"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.reissue.natural",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 5.要求行政机关确认或重新出具已获取信息",
        "en": "(5) Not processed: 5. confirmation or reissue"
      },
      "column": {
        "zh": "自然人",
        "en": "Natural persons"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.reissue.business",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 5.要求行政机关确认或重新出具已获取信息",
        "en": "(5) Not processed: 5. confirmation or reissue"
      },
      "column": {
        "zh": "商业企业",
        "en": "Businesses"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.reissue.research",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 5.要求行政机关确认或重新出具已获取信息",
        "en": "(5) Not processed: 5. confirmation or reissue"
      },
      "column": {
        "zh": "科研机构",
        "en": "Research institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.reissue.charity",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 5.要求行政机关确认或重新出具已获取信息",
        "en": "(5) Not processed: 5. confirmation or reissue"
      },
      "column": {
        "zh": "社会公益组织",
        "en": "Public-interest organisations"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.reissue.legal",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 5.要求行政机关确认或重新出具已获取信息",
        "en": "(5) Not processed: 5. confirmation or reissue"
      },
      "column": {
        "zh": "法律服务机构",
        "en": "Legal-service institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.reissue.other",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 5.要求行政机关确认或重新出具已获取信息",
        "en": "(5) Not processed: 5. confirmation or reissue"
      },
      "column": {
        "zh": "其他",
        "en": "Other"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.rejected.reissue.total",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（五）不予处理 5.要求行政机关确认或重新出具已获取信息",
        "en": "(5) Not processed: 5. confirmation or reissue"
      },
      "column": {
        "zh": "总计",
        "en": "Total"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.other.no_correction.natural",
      "raw": "17",
      "value": 17,
      "state": "number",
      "row": {
        "zh": "（六）其他处理 1.申请人无正当理由逾期不补正",
        "en": "(6) Other: 1. not corrected in time"
      },
      "column": {
        "zh": "自然人",
        "en": "Natural persons"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.other.no_correction.business",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（六）其他处理 1.申请人无正当理由逾期不补正",
        "en": "(6) Other: 1. not corrected in time"
      },
      "column": {
        "zh": "商业企业",
        "en": "Businesses"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.other.no_correction.research",
      "raw": "2",
      "value": 2,
      "state": "number",
      "row": {
        "zh": "（六）其他处理 1.申请人无正当理由逾期不补正",
        "en": "(6) Other: 1. not corrected in time"
      },
      "column": {
        "zh": "科研机构",
        "en": "Research institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.other.no_correction.charity",
      "raw": "1",
      "value": 1,
      "state": "number",
      "row": {
        "zh": "（六）其他处理 1.申请人无正当理由逾期不补正",
        "en": "(6) Other: 1. not corrected in time"
      },
      "column": {
        "zh": "社会公益组织",
        "en": "Public-interest organisations"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.other.no_correction.legal",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（六）其他处理 1.申请人无正当理由逾期不补正",
        "en": "(6) Other: 1. not corrected in time"
      },
      "column": {
        "zh": "法律服务机构",
        "en": "Legal-service institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.other.no_correction.other",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（六）其他处理 1.申请人无正当理由逾期不补正",
        "en": "(6) Other: 1. not corrected in time"
      },
      "column": {
        "zh": "其他",
        "en": "Other"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.other.no_correction.total",
      "raw": "20",
      "value": 20,
      "state": "number",
      "row": {
        "zh": "（六）其他处理 1.申请人无正当理由逾期不补正",
        "en": "(6) Other: 1. not corrected in time"
      },
      "column": {
        "zh": "总计",
        "en": "Total"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.other.unpaid.natural",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用",
        "en": "(6) Other: 2. fee not paid in time"
      },
      "column": {
        "zh": "自然人",
        "en": "Natural persons"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.other.unpaid.business",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用",
        "en": "(6) Other: 2. fee not paid in time"
      },
      "column": {
        "zh": "商业企业",
        "en": "Businesses"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.other.unpaid.research",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用",
        "en": "(6) Other: 2. fee not paid in time"
      },
      "column": {
        "zh": "科研机构",
        "en": "Research institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.other.unpaid.charity",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用",
        "en": "(6) Other: 2. fee not paid in time"
      },
      "column": {
        "zh": "社会公益组织",
        "en": "Public-interest organisations"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.other.unpaid.legal",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用",
        "en": "(6) Other: 2. fee not paid in time"
      },
      "column": {
        "zh": "法律服务机构",
        "en": "Legal-service institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.other.unpaid.other",
      "raw": "4",
      "value": 4,
      "state": "number",
      "row": {
        "zh": "（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用",
        "en": "(6) Other: 2. fee not paid in time"
      },
      "column": {
        "zh": "其他",
        "en": "Other"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.other.unpaid.total",
      "raw": "4",
      "value": 4,
      "state": "number",
      "row": {
        "zh": "（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用",
        "en": "(6) Other: 2. fee not paid in time"
      },
      "column": {
        "zh": "总计",
        "en": "Total"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.other.misc.natural",
      "raw": "20",
      "value": 20,
      "state": "number",
      "row": {
        "zh": "（六）其他处理 3.其他",
        "en": "(6) Other: 3. other"
      },
      "column": {
        "zh": "自然人",
        "en": "Natural persons"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.other.misc.business",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "（六）其他处理 3.其他",
        "en": "(6) Other: 3. other"
      },
      "column": {
        "zh": "商业企业",
        "en": "Businesses"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.other.misc.research",
      "raw": "2",
      "value": 2,
      "state": "number",
      "row": {
        "zh": "（六）其他处理 3.其他",
        "en": "(6) Other: 3. other"
      },
      "column": {
        "zh": "科研机构",
        "en": "Research institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.other.misc.charity",
      "raw": "1",
      "value": 1,
      "state": "number",
      "row": {
        "zh": "（六）其他处理 3.其他",
        "en": "(6) Other: 3. other"
      },
      "column": {
        "zh": "社会公益组织",
        "en": "Public-interest organisations"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.other.misc.legal",
      "raw": "1",
      "value": 1,
      "state": "number",
      "row": {
        "zh": "（六）其他处理 3.其他",
        "en": "(6) Other: 3. other"
      },
      "column": {
        "zh": "法律服务机构",
        "en": "Legal-service institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.other.misc.other",
      "raw": "2",
      "value": 2,
      "state": "number",
      "row": {
        "zh": "（六）其他处理 3.其他",
        "en": "(6) Other: 3. other"
      },
      "column": {
        "zh": "其他",
        "en": "Other"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.other.misc.total",
      "raw": "26",
      "value": 26,
      "state": "number",
      "row": {
        "zh": "（六）其他处理 3.其他",
        "en": "(6) Other: 3. other"
      },
      "column": {
        "zh": "总计",
        "en": "Total"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.total.natural",
      "raw": "300",
      "value": 300,
      "state": "number",
      "row": {
        "zh": "（七）总计",
        "en": "(7) Total"
      },
      "column": {
        "zh": "自然人",
        "en": "Natural persons"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.total.business",
      "raw": "8",
      "value": 8,
      "state": "number",
      "row": {
        "zh": "（七）总计",
        "en": "(7) Total"
      },
      "column": {
        "zh": "商业企业",
        "en": "Businesses"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.total.research",
      "raw": "12",
      "value": 12,
      "state": "number",
      "row": {
        "zh": "（七）总计",
        "en": "(7) Total"
      },
      "column": {
        "zh": "科研机构",
        "en": "Research institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.total.charity",
      "raw": "6",
      "value": 6,
      "state": "number",
      "row": {
        "zh": "（七）总计",
        "en": "(7) Total"
      },
      "column": {
        "zh": "社会公益组织",
        "en": "Public-interest organisations"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.total.legal",
      "raw": "6",
      "value": 6,
      "state": "number",
      "row": {
        "zh": "（七）总计",
        "en": "(7) Total"
      },
      "column": {
        "zh": "法律服务机构",
        "en": "Legal-service institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.total.other",
      "raw": "32",
      "value": 32,
      "state": "number",
      "row": {
        "zh": "（七）总计",
        "en": "(7) Total"
      },
      "column": {
        "zh": "其他",
        "en": "Other"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.total.total",
      "raw": "364",
      "value": 364,
      "state": "number",
      "row": {
        "zh": "（七）总计",
        "en": "(7) Total"
      },
      "column": {
        "zh": "总计",
        "en": "Total"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.carried_out.natural",
      "raw": "2",
      "value": 2,
      "state": "number",
      "row": {
        "zh": "四、结转下年度继续办理",
        "en": "4. Carried over to next year"
      },
      "column": {
        "zh": "自然人",
        "en": "Natural persons"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.carried_out.business",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "四、结转下年度继续办理",
        "en": "4. Carried over to next year"
      },
      "column": {
        "zh": "商业企业",
        "en": "Businesses"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.carried_out.research",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "四、结转下年度继续办理",
        "en": "4. Carried over to next year"
      },
      "column": {
        "zh": "科研机构",
        "en": "Research institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.carried_out.charity",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "四、结转下年度继续办理",
        "en": "4. Carried over to next year"
      },
      "column": {
        "zh": "社会公益组织",
        "en": "Public-interest organisations"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.carried_out.legal",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "四、结转下年度继续办理",
        "en": "4. Carried over to next year"
      },
      "column": {
        "zh": "法律服务机构",
        "en": "Legal-service institutions"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.carried_out.other",
      "raw": "0",
      "value": 0,
      "state": "number",
      "row": {
        "zh": "四、结转下年度继续办理",
        "en": "4. Carried over to next year"
      },
      "column": {
        "zh": "其他",
        "en": "Other"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t3.carried_out.total",
      "raw": "2",
      "value": 2,
      "state": "number",
      "row": {
        "zh": "四、结转下年度继续办理",
        "en": "4. Carried over to next year"
      },
      "column": {
        "zh": "总计",
        "en": "Total"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t4.review.upheld",
      "raw": "",
      "value": null,
      "state": "absent",
      "row": {
        "zh": "行政复议",
        "en": "Administrative review"
      },
      "column": {
        "zh": "结果维持",
        "en": "Upheld"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t4.review.corrected",
      "raw": "",
      "value": null,
      "state": "absent",
      "row": {
        "zh": "行政复议",
        "en": "Administrative review"
      },
      "column": {
        "zh": "结果纠正",
        "en": "Corrected"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t4.review.other",
      "raw": "",
      "value": null,
      "state": "absent",
      "row": {
        "zh": "行政复议",
        "en": "Administrative review"
      },
      "column": {
        "zh": "其他结果",
        "en": "Other result"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t4.review.pending",
      "raw": "",
      "value": null,
      "state": "absent",
      "row": {
        "zh": "行政复议",
        "en": "Administrative review"
      },
      "column": {
        "zh": "尚未审结",
        "en": "Pending"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t4.review.total",
      "raw": "",
      "value": null,
      "state": "absent",
      "row": {
        "zh": "行政复议",
        "en": "Administrative review"
      },
      "column": {
        "zh": "总计",
        "en": "Total"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t4.direct.upheld",
      "raw": "",
      "value": null,
      "state": "absent",
      "row": {
        "zh": "未经复议直接起诉",
        "en": "Litigation without review"
      },
      "column": {
        "zh": "结果维持",
        "en": "Upheld"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t4.direct.corrected",
      "raw": "",
      "value": null,
      "state": "absent",
      "row": {
        "zh": "未经复议直接起诉",
        "en": "Litigation without review"
      },
      "column": {
        "zh": "结果纠正",
        "en": "Corrected"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t4.direct.other",
      "raw": "",
      "value": null,
      "state": "absent",
      "row": {
        "zh": "未经复议直接起诉",
        "en": "Litigation without review"
      },
      "column": {
        "zh": "其他结果",
        "en": "Other result"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t4.direct.pending",
      "raw": "",
      "value": null,
      "state": "absent",
      "row": {
        "zh": "未经复议直接起诉",
        "en": "Litigation without review"
      },
      "column": {
        "zh": "尚未审结",
        "en": "Pending"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t4.direct.total",
      "raw": "",
      "value": null,
      "state": "absent",
      "row": {
        "zh": "未经复议直接起诉",
        "en": "Litigation without review"
      },
      "column": {
        "zh": "总计",
        "en": "Total"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t4.after_review.upheld",
      "raw": "",
      "value": null,
      "state": "absent",
      "row": {
        "zh": "复议后起诉",
        "en": "Litigation after review"
      },
      "column": {
        "zh": "结果维持",
        "en": "Upheld"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t4.after_review.corrected",
      "raw": "",
      "value": null,
      "state": "absent",
      "row": {
        "zh": "复议后起诉",
        "en": "Litigation after review"
      },
      "column": {
        "zh": "结果纠正",
        "en": "Corrected"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t4.after_review.other",
      "raw": "",
      "value": null,
      "state": "absent",
      "row": {
        "zh": "复议后起诉",
        "en": "Litigation after review"
      },
      "column": {
        "zh": "其他结果",
        "en": "Other result"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t4.after_review.pending",
      "raw": "",
      "value": null,
      "state": "absent",
      "row": {
        "zh": "复议后起诉",
        "en": "Litigation after review"
      },
      "column": {
        "zh": "尚未审结",
        "en": "Pending"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    },
    {
      "cell": "t4.after_review.total",
      "raw": "",
      "value": null,
      "state": "absent",
      "row": {
        "zh": "复议后起诉",
        "en": "Litigation after review"
      },
      "column": {
        "zh": "总计",
        "en": "Total"
      },
      "place": null,
      "findings": [],
      "proposed": null,
      "edited": false
    }
  ],
  "findings": [
    {
      "rule": "sum-row",
      "subject": "granted",
      "severity": "error",
      "what": {
        "zh": "甲",
        "en": "A"
      },
      "how": {
        "zh": "乙",
        "en": "B"
      },
      "basis": {
        "zh": "",
        "en": ""
      },
      "cells": [
        "t3.granted.total",
        "t3.granted.natural"
      ],
      "found": 24,
      "expected": 15,
      "place": null,
      "equation": {
        "left": [
          {
            "cell": "t3.granted.natural",
            "label": {
              "zh": "自然人",
              "en": "Natural persons"
            },
            "value": 12
          },
          {
            "cell": "t3.granted.business",
            "label": {
              "zh": "商业企业",
              "en": "Businesses"
            },
            "value": null
          },
          {
            "cell": "t3.granted.research",
            "label": {
              "zh": "科研机构",
              "en": "Research institutions"
            },
            "value": null
          },
          {
            "cell": "t3.granted.charity",
            "label": {
              "zh": "社会公益组织",
              "en": "Public-interest organisations"
            },
            "value": null
          },
          {
            "cell": "t3.granted.legal",
            "label": {
              "zh": "法律服务机构",
              "en": "Legal-service institutions"
            },
            "value": 0
          },
          {
            "cell": "t3.granted.other",
            "label": {
              "zh": "其他",
              "en": "Other"
            },
            "value": null
          }
        ],
        "right": [
          {
            "cell": "t3.granted.total",
            "label": {
              "zh": "总计",
              "en": "Total"
            },
            "value": 15
          }
        ],
        "leftSum": 12,
        "rightSum": 15
      }
    },
    {
      "rule": "figure-dash",
      "subject": "",
      "severity": "info",
      "what": {
        "zh": "甲",
        "en": "A"
      },
      "how": {
        "zh": "乙",
        "en": "B"
      },
      "basis": {
        "zh": "",
        "en": ""
      },
      "cells": [
        "t3.granted.research"
      ],
      "found": null,
      "expected": null,
      "place": null,
      "equation": null
    },
    {
      "rule": "form-table-missing",
      "subject": "t4",
      "severity": "warning",
      "what": {
        "zh": "甲",
        "en": "A"
      },
      "how": {
        "zh": "乙",
        "en": "B"
      },
      "basis": {
        "zh": "",
        "en": ""
      },
      "cells": [],
      "found": null,
      "expected": null,
      "place": null,
      "equation": null
    }
  ],
  "causes": [
    {
      "table": "t3",
      "subject": "",
      "decided": true,
      "incomplete": false,
      "repairs": [
        {
          "changes": [
            {
              "cell": "t3.granted.natural",
              "found": 12,
              "proposed": 21
            }
          ],
          "slip": {
            "zh": "两个数字颠倒",
            "en": "two digits swapped"
          }
        }
      ]
    },
    {
      "table": "t4",
      "subject": "review",
      "decided": false,
      "incomplete": true,
      "repairs": [
        {
          "changes": [
            {
              "cell": "t4.review.total",
              "found": null,
              "proposed": 3
            }
          ],
          "slip": null
        }
      ]
    }
  ],
  "checks": [
    {
      "rule": "sum-row",
      "subject": "granted",
      "outcome": "broken",
      "reason": null
    },
    {
      "rule": "sum-row",
      "subject": "new",
      "outcome": "held",
      "reason": null
    },
    {
      "rule": "sum-cases",
      "subject": "review",
      "outcome": "not_applicable",
      "reason": null
    },
    {
      "rule": "sum-row",
      "subject": "total",
      "outcome": "cannot_tell",
      "reason": {
        "zh": "丙",
        "en": "C"
      }
    }
  ],
  "outcomes": {
    "held": 1,
    "broken": 1,
    "cannot_tell": 1,
    "not_applicable": 1
  },
  "troubles": [
    {
      "zh": "有的单元格跨出了表格，已按表格大小截断（第 3 个表格第 5 行第 2 格）",
      "en": "some cells reached beyond their table and were cut to its size (table 3, row 5, cell 2)"
    }
  ]
};

export const failure: ReadFailure = {"error":{"kind":"empty","message":{"en":"A","zh":"甲"}}};
