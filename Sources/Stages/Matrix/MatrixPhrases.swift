import Values

/// The words of the pages of `matrix`.
enum MatrixPhrases {
  static let title = Phrase("{x} and {y}", "{x}与{y}矩阵")
  static let question = Phrase(
    "Where do the customers stand, and who is worth what care?", "客户处于什么位置，各应如何投入？")
  static let listTitle = Phrase("Customers by field", "各象限客户清单")
  static let listQuestion = Phrase("Which field is each customer in?", "每位客户处于哪个象限？")
  static let listHeadline = Phrase(
    "{customers} customers with their field, greatest revenue first.",
    "共 {customers} 位客户及其象限，按收入从高到低排列。")

  static let headline = Phrase(
    "{name}: {customers} customers, {part} of all, bring {share} of revenue.",
    "{name}：{customers} 位客户，占 {part}，贡献收入的 {share}。")
  static let headlinePlain = Phrase(
    "{name}: {customers} customers, {part} of all.", "{name}：{customers} 位客户，占 {part}。")
  static let headlineEmpty = Phrase(
    "No customer has a value on both axes up to {day}.", "截至 {day} 没有两轴均有值的客户。")

  // MARK: Measures

  static let placed = Phrase("Customers in the matrix", "矩阵内客户数")
  static let fieldCustomers = Phrase("Customers: {name}", "客户数：{name}")
  static let fieldShare = Phrase("Revenue share: {name}", "收入占比：{name}")
  static let cutX = Phrase("Cut of the axis to the right", "横轴分界")
  static let cutY = Phrase("Cut of the axis upward", "纵轴分界")
  static let noCustomers = Phrase("no customer has both values", "无两轴均有值的客户")
  static let noShare = Phrase("revenue is not above zero", "收入不为正，占比无意义")

  // MARK: Charts and tables

  static let planeTitle = Phrase("{x} and {y} of the customers", "客户分布：{x}与{y}")
  static let planeWords = Phrase(
    "{customers} customers by {x} and {y}; most of them, {most}, in the field {name}.",
    "{customers} 位客户的{x}与{y}；人数最多的象限为{name}，{most} 位。")
  static let heatTitle = Phrase("Customers by field", "各象限客户数")
  static let heatWords = Phrase(
    "Customers by {x} and {y}, high and low.", "按{x}与{y}高低统计的客户数。")
  static let high = Phrase("{axis}: high", "{axis}：高")
  static let low = Phrase("{axis}: low", "{axis}：低")
  static let fieldsTable = Phrase("Fields", "象限")
  static let field = Phrase("Field", "象限")
  static let customers = Phrase("Customers", "客户数")
  static let customerShare = Phrase("Share", "客户占比")
  static let revenue = Phrase("Revenue", "收入")
  static let revenueShare = Phrase("Share of revenue", "收入占比")
  static let orders = Phrase("Orders", "订单数")
  static let potential = Phrase("Value to come", "未来价值")
  static let action = Phrase("Action", "建议动作")
  static let total = Phrase("All", "合计")
  static let customer = Phrase("Customer", "客户编号")
  static let noAction = Phrase("–", "–")

  // MARK: Findings

  static let finding = Phrase(
    "{name}: {customers} customers, {part} of all, bring {share} of revenue ({revenue}).",
    "{name}：{customers} 位客户，占 {part}，贡献收入的 {share}（{revenue}）。")
  static let findingPotential = Phrase(
    "{name}: {customers} customers brought {revenue} and are expected to bring {potential}.",
    "{name}：{customers} 位客户已贡献 {revenue}，预计未来贡献 {potential}。")

  // MARK: Notes

  static let noteAxis = Phrase(
    "{axis}: cut at {cut} ({rule}), high above it.", "{axis}分界为 {cut}（{rule}），高于分界为高。")
  static let ruleMedian = Phrase("median", "中位数")
  static let ruleMean = Phrase("mean", "均值")
  static let ruleQuantile = Phrase("quantile {share}", "{share} 分位")
  static let ruleGiven = Phrase("given", "给定值")
  static let noteMonths = Phrase(
    "Revenue, orders and margin are those of the {months} months up to {day}.",
    "收入、订单与毛利取截至 {day} 的 {months} 个月。")
  static let noteAll = Phrase(
    "Revenue, orders and margin are those of all orders up to {day}.", "收入、订单与毛利取截至 {day} 的全部订单。")
  static let noteUnplaced = Phrase(
    "{customers} customers have no value on one of the axes and are in no field.",
    "{customers} 位客户在某一轴上无数值，不入象限。")
  static let noteDots = Phrase(
    "The picture has the {named} customers with the greatest revenue by name and {crowd} others, evenly drawn by revenue. At or below zero, where logarithmic axes have no place: {undrawn} customers.",
    "图中标出收入最高的 {named} 位客户，并按收入均匀抽取 {crowd} 位；{undrawn} 位数值不为正的客户无法显示于对数坐标。")
  static let noteDotsLinear = Phrase(
    "The picture has the {named} customers with the greatest revenue by name and {crowd} others, evenly drawn by revenue.",
    "图中标出收入最高的 {named} 位客户，并按收入均匀抽取 {crowd} 位。")
  static let noteSatisfaction = Phrase(
    "Satisfaction is the mean of a customer's answers to {item}; customers who did not answer are in no field.",
    "满意度为客户对 {item} 作答的均值；未作答客户不入象限。")
  static let noteAnswers = Phrase(
    "Fields tell what people answered: sides of fewer than {min} respondents are hidden, revenue where a field holds fewer, and customers are not listed.",
    "象限透露作答情况：作答者少于 {min} 人的一侧隐藏，象限人数不足时隐藏收入，且不列客户名单。")
  static let noteMean = Phrase(
    "Frequency and basket are cut at the mean by Marcus; the cut of this step is by its settings.",
    "原文献以均值划分频次与客单价；本步骤的分界以设定为准。")
  static let warnInstead = Phrase(
    "{wanted} is not known here and is replaced by {instead}: value to come needs the step clv before this one, margin a margin of the orders.",
    "此处缺少{wanted}，以{instead}代替：未来价值需先运行客户终身价值步骤，毛利需订单含毛利。")
  static let warnFew = Phrase(
    "All customers are on one side of a cut: two fields are empty.", "全部客户位于分界同一侧，有两个象限为空。")
}
