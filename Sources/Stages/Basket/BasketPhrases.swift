import Values

/// The words of the pages of `basket`.
enum BasketPhrases {
  static let title = Phrase("Baskets and cross-selling", "购物篮与交叉销售")
  static let question = Phrase(
    "What is bought together, and what should we offer next?", "哪些产品一起购买，下一步向客户推荐什么？")
  static let listTitle = Phrase("Next products", "推荐产品清单")
  static let listQuestion = Phrase(
    "Which product should each customer be offered?", "应向每位客户推荐哪个产品？")
  static let listHeadline = Phrase(
    "{count} suggestions for {customers} customers, greatest expected amount first.",
    "{customers} 位客户共 {count} 条推荐，按预期金额从高到低排列。")

  // MARK: Headlines

  static let headline = Phrase(
    "{rules} rules hold; {customers} customers have not bought yet what goes with their purchases.",
    "共 {rules} 条规则成立；{customers} 位客户尚未购买与已购产品配套的产品。")
  static let headlineNoRules = Phrase(
    "No two products are bought together oftener than chance brings, among {baskets} baskets.",
    "在 {baskets} 个购物篮中，没有产品组合的同购频次显著高于偶然水平。")
  static let headlineEmpty = Phrase("No basket up to {day} has a product.", "截至 {day} 没有含产品的购物篮。")

  // MARK: Measures

  static let baskets = Phrase("Baskets", "购物篮数")
  static let products = Phrase("Products", "产品数")
  static let density = Phrase("Filled share of baskets by products", "购物篮与产品表的填充率")
  static let meanSize = Phrase("Products of a basket", "每篮产品数")
  static let itemsets = Phrase("Frequent sets of products", "频繁项集数")
  static let rules = Phrase("Rules that hold", "成立的规则数")
  static let tested = Phrase("Rules tested", "检验的规则数")
  static let suggested = Phrase("Customers with a suggestion", "有推荐的客户数")
  static let expected = Phrase("Expected amount of the best suggestions", "首选推荐的预期金额")
  static let several = Phrase("Customers with two products or more", "购买两种及以上产品的客户占比")
  static let perCustomer = Phrase("Products of a customer", "人均不同产品数")
  static let noBaskets = Phrase("no baskets", "无购物篮")
  static let noCustomers = Phrase("no customer has bought a product", "无客户购买产品")
  static let noRules = Phrase("no rule holds", "无成立的规则")

  // MARK: Charts and tables

  static let rulesChart = Phrase("Bought together oftenest beyond chance", "最显著的同购组合（提升度）")
  static let rulesWords = Phrase(
    "Rules with the greatest lift; first {rule} with {lift}.", "提升度最高的规则；首位为{rule}，提升度 {lift}。")
  static let sizesChart = Phrase("Baskets by number of products", "按产品数统计的购物篮")
  static let sizesWords = Phrase(
    "{one} of {baskets} baskets hold a single product.", "{baskets} 个购物篮中，{one} 个仅含一种产品。")
  static let sizesAxis = Phrase("Different products of a basket", "每篮不同产品数")
  static let orMore = Phrase("{n} or more", "{n} 及以上")
  static let groupsChart = Phrase("Products of a customer by {group}", "人均不同产品数：按{group}")
  static let groupsWords = Phrase(
    "Different products of a customer by {group}, with 95 % intervals.",
    "按{group}统计的人均不同产品数及 95% 区间。")
  static let rulesTable = Phrase("Rules, greatest lift first", "关联规则（按提升度排序）")
  static let productsTable = Phrase("Most frequent products", "最常购买的产品")
  static let groupsTable = Phrase("Cross-selling by {group}", "交叉销售：按{group}")
  static let antecedent = Phrase("Who buys", "购买")
  static let consequent = Phrase("also buys", "同时购买")
  static let together = Phrase("Baskets together", "同购篮数")
  static let support = Phrase("Support", "支持度")
  static let confidence = Phrase("Confidence", "置信度")
  static let lift = Phrase("Lift", "提升度")
  static let leverage = Phrase("Leverage", "杠杆值")
  static let conviction = Phrase("Conviction", "确信度")
  static let zhang = Phrase("Zhang", "张氏指标")
  static let qValue = Phrase("q", "q 值")
  static let infinite = Phrase("infinite", "无穷大")
  static let undefined = Phrase("undefined", "无定义")
  static let product = Phrase("Product", "产品")
  static let customers = Phrase("Customers", "客户数")
  static let amount = Phrase("Amount", "金额")
  static let customer = Phrase("Customer", "客户编号")
  static let next = Phrase("Next product", "推荐产品")
  static let because = Phrase("Because of", "依据")
  static let expectedColumn = Phrase("Expected amount", "预期金额")
  static let low = Phrase("From", "下限")
  static let high = Phrase("To", "上限")
  static let severalColumn = Phrase("Two or more", "两种及以上占比")
  static let total = Phrase("All", "合计")
  static let notStated = Phrase("Not stated", "未注明")
  static let oneCustomer = Phrase("one customer", "仅一位客户")

  // MARK: Findings

  static let findingRule = Phrase(
    "Who buys {first} also buys {second} in {confidence} of baskets ({baskets} baskets), {lift} times as often as all.",
    "购买{first}的购物篮中有 {confidence} 同时购买{second}（{baskets} 篮），为总体的 {lift} 倍。")
  static let actionRule = Phrase(
    "Offer {second} with every {first}; make it a bundle", "销售{first}时一并推荐{second}，设为组合")
  static let findingNext = Phrase(
    "{customers} customers lack a product that goes with what they have bought; the best offer to each is worth {amount} in expectation.",
    "{customers} 位客户缺少与已购产品配套的产品；向每位客户推荐首选产品的预期金额合计 {amount}。")
  static let actionNext = Phrase(
    "Work through the list of next products, greatest amounts first", "按推荐产品清单逐一跟进，金额大者优先")
  static let findingNarrow = Phrase(
    "{group}: {share} of {customers} customers have bought two products or more ({low} to {high}), against {all} of all.",
    "{group}：{customers} 位客户中 {share} 购买过两种及以上产品（{low} 至 {high}），总体为 {all}。")
  static let actionNarrow = Phrase(
    "Show these customers what others of their kind buy besides", "向该类客户展示同类客户的其他选购")
  static let sales = Phrase("Sales", "销售部")
  static let marketing = Phrase("Marketing", "市场部")

  // MARK: Notes

  static let noteUnitOrder = Phrase("A basket is one order.", "一张订单为一个购物篮。")
  static let noteUnitNone = Phrase(
    "The orders have no numbers: a basket is what a customer bought on one day.",
    "订单无编号：同一客户同一天的购买为一个购物篮。")
  static let noteUnitDay = Phrase(
    "A basket is what a customer bought on one day.", "同一客户同一天的购买为一个购物篮。")
  static let noteUnitCustomer = Phrase(
    "A basket is all that a customer has bought.", "同一客户的全部购买为一个购物篮。")
  static let noteLimits = Phrase(
    "Shares are of the {baskets} baskets of {min} to {max} products; {outside} others are left out of rules.",
    "占比以 {min} 至 {max} 种产品的 {baskets} 个购物篮为基数；其余 {outside} 个不参与规则计算。")
  static let noteLeast = Phrase(
    "A set of products is frequent from {least} baskets on; rules have a confidence of {confidence} or more and a lift above {lift}.",
    "项集出现 {least} 篮及以上为频繁；规则的置信度不低于 {confidence}，提升度高于 {lift}。")
  static let noteChance = Phrase(
    "{tested} rules were tested together; {chance} met the limits but may be chance at a false discovery rate of {rate}, {redundant} say no more than a shorter one beyond chance.",
    "共检验 {tested} 条规则；{chance} 条达到门槛但在错误发现率 {rate} 下可能出于偶然，{redundant} 条不优于更短的规则。")
  static let noteLines = Phrase(
    "Of {read} order lines {used} count: returns {returned}, amount 0 {zero}, without product {without}, left out by the settings {excluded}, earlier {earlier}.",
    "共 {read} 个订单行，计入 {used} 行：退货 {returned}，零金额 {zero}，无产品 {without}，设定排除 {excluded}，早于期间 {earlier}。"
  )
  static let noteExpected = Phrase(
    "Expected amount: confidence times what the product brings a basket that has it. It is the next basket of a customer that a rule speaks of, not a promise.",
    "预期金额：置信度乘以该产品在含有它的购物篮中的平均金额。规则说的是客户的下一个购物篮，并非承诺。")
  static let noteOwned = Phrase(
    "Bought: what a customer has in any basket of these lines, larger ones too.",
    "已购：客户在上述订单行中购买过的产品，含大购物篮。")
  static let noteCause = Phrase(
    "Rules tell what goes together, not that an offer brings the purchase: try it on some customers first.",
    "规则说明共现关系，不代表推荐必然促成购买：宜先小范围试行。")
  static let noteActive = Phrase(
    "Customers who buy much have much of everything: rules of whole customers overstate what goes together.",
    "购买多的客户各种产品都多：以客户为篮的规则会高估产品间的关联。")
  static let noteGroupAbsent = Phrase(
    "No export has the column {group} of customers.", "没有客户档案提供“{group}”列。")
  static let warnEmpty = Phrase("No order line up to {day} counts.", "截至 {day} 没有可计的订单行。")
  static let warnSingles = Phrase(
    "All baskets hold a single product: choose basket: day or customer.",
    "所有购物篮均只有一种产品：可将购物篮口径设为按天或按客户。")
  static let warnFew = Phrase(
    "Few baskets: {baskets}. A set of products counts from {least} baskets on.",
    "购物篮数较少：{baskets} 个；项集须出现 {least} 篮及以上。")
}
