import Values

/// Short names of the 22 items and the five dimensions, in our words.
///
/// Source: Parasuraman, Zeithaml & Berry, *Refinement and reassessment of the SERVQUAL scale*, Journal
/// of Retailing 67(4), 1991, appendix.
enum ServqualItems {
  static let names = [
    Phrase("Modern equipment", "设备现代"),
    Phrase("Appealing premises", "场所美观"),
    Phrase("Neat staff", "员工整洁"),
    Phrase("Clear materials", "资料得体"),
    Phrase("Promises kept in time", "按时兑现承诺"),
    Phrase("Sincere help with problems", "真诚解决问题"),
    Phrase("Right the first time", "一次做对"),
    Phrase("On time as agreed", "按约定时间提供"),
    Phrase("Records without errors", "记录无误"),
    Phrase("Told when it will be done", "告知办理时间"),
    Phrase("Prompt service", "及时服务"),
    Phrase("Willing to help", "乐于帮助"),
    Phrase("Never too busy to respond", "不因忙碌而怠慢"),
    Phrase("Staff inspire trust", "员工值得信赖"),
    Phrase("Safe to deal with", "交易放心"),
    Phrase("Courteous staff", "员工礼貌"),
    Phrase("Staff who know the answer", "员工专业"),
    Phrase("Individual attention", "个性化关注"),
    Phrase("Convenient hours", "时间方便"),
    Phrase("Staff who attend in person", "专人关照"),
    Phrase("Customer's interest at heart", "以客户利益为先"),
    Phrase("Needs understood", "理解需求"),
  ]

  static let dimensions = [
    "tangibles": Phrase("Tangibles", "有形性"),
    "reliability": Phrase("Reliability", "可靠性"),
    "responsiveness": Phrase("Responsiveness", "响应性"),
    "assurance": Phrase("Assurance", "保证性"),
    "empathy": Phrase("Empathy", "移情性"),
  ]
}
