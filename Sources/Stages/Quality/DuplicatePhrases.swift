import Exports
import Values

/// The words about customers that may be there twice.
enum DuplicatePhrases {
  static let title = Phrase("Customers that may be one", "疑似重复客户")
  static let mergedTitle = Phrase("Customers merged by the merge map", "已按合并表合并的客户")
  static let group = Phrase("Group", "组号")
  static let customer = Phrase("Customer", "客户编号")
  static let name = Phrase("Name", "客户名称")
  static let same = Phrase("Same as", "相同项")
  static let first = Phrase("First order", "首次下单")
  static let last = Phrase("Last order", "最近下单")
  static let orderRows = Phrase("Order rows", "订单行数")
  static let mergeInto = Phrase("Proposed: merge into", "建议并入")
  static let stands = Phrase("(stands)", "（保留）")
  static let into = Phrase("Merged into", "并入")
  static let intoName = Phrase("Name of that customer", "并入客户名称")
  static let tie = Phrase("{key} ({id})", "{key}（{id}）")
  static let separator = Phrase(", ", "、")

  static let groups = Phrase("Groups of customers that may be one", "疑似重复客户组数")
  static let customers = Phrase("Customers that may be listed twice", "疑似重复客户数")
  static let mergedCustomers = Phrase("Customers merged by the merge map", "按合并表合并的客户数")
  static let notSearched = Phrase("no customers with a declared key", "无可比对的客户档案")

  static let finding = Phrase(
    "Customers that may be listed twice: {n} (groups: {groups}), by {keys}.",
    "疑似重复客户 {n} 个（{groups} 组），依据：{keys}。")
  static let action = Phrase(
    "Go through the list of proposed merges, delete what is not the same customer, and name the "
      + "rest as the merge map of the pipeline.",
    "请核对建议合并清单，删去并非同一客户的行，其余作为流程的客户合并表。")
  static let absentFinding = Phrase(
    "The merge map names customers that no export has: {n} ({ids}).",
    "合并表中有 {n} 个客户编号未出现在任何数据中（{ids}）。")
  static let absentAction = Phrase(
    "Check these ids for typing errors.", "请检查这些编号是否录入有误。")
  static let mergedFinding = Phrase(
    "Merged by the merge map: {n} customers into {into}, with {rows} rows.",
    "已按合并表将 {n} 个客户并入 {into} 个客户，涉及 {rows} 行。")

  static let noteKeys = Phrase(
    "Customers that share one of these keys are listed, and never merged unasked: {keys}. Names "
      + "count without case, punctuation and legal form, phones by their digits, tax numbers only "
      + "with a right check digit; placeholders do not count.",
    "以下任一项相同的客户列为疑似重复，未经指定绝不合并：{keys}。名称比对不计大小写、标点与组织形式，电话按数字比对，税号须校验码正确，占位值不计。")
  static let noteProposal = Phrase(
    "Proposed to stand: the customer that others are merged into already, else the one with most "
      + "order rows, most filled fields, or the first id.",
    "建议保留：已有并入客户者优先，其次依次为订单行最多、字段最全、编号在前者。")
  static let noteCrowded = Phrase(
    "{key}: values that more than {most} customers share and that were therefore not used: {n}.",
    "{key}：有 {n} 个取值被超过 {most} 个客户共用，未作为依据。")
  static let noteUnusable = Phrase(
    "{key}: {n} of {filled} values are placeholders or wrong and were not used.",
    "{key}：{filled} 个取值中有 {n} 个为占位值或有误，未作为依据。")

  static func key(_ key: DuplicateKey) -> Phrase {
    switch key {
    case .taxNumber: Phrase("tax number", "税号")
    case .phone: Phrase("phone", "电话")
    case .email: Phrase("e-mail", "邮箱")
    case .name: Phrase("name", "名称")
    }
  }
}
