import Pipeline
import Values

/// One of the four fields of the matrix.
package enum MatrixField: Int, CaseIterable, Sendable {
  case lowLow
  case lowHigh
  case highLow
  case highHigh

  init(xIsHigh: Bool, yIsHigh: Bool) {
    self = xIsHigh ? (yIsHigh ? .highHigh : .highLow) : (yIsHigh ? .lowHigh : .lowLow)
  }

  package var xIsHigh: Bool { self == .highLow || self == .highHigh }
  package var yIsHigh: Bool { self == .lowHigh || self == .highHigh }

  /// In tables and ids of measures.
  package var id: String {
    switch self {
    case .lowLow: "low_low"
    case .lowHigh: "low_high"
    case .highLow: "high_low"
    case .highHigh: "high_high"
    }
  }

  /// The fields as people read them: best first.
  static let ordered: [MatrixField] = [.highHigh, .highLow, .lowHigh, .lowLow]
}

/// What a field is called, and what to do about the customers in it.
struct MatrixMeaning {
  let name: Phrase
  var action: Phrase?
  var owner: Phrase?
  /// Money that is about to be lost stands there.
  var isAlarm = false

  private static let keyAccounts = Phrase("Key account management", "大客户管理")
  private static let sales = Phrase("Sales", "销售部")
  private static let service = Phrase("Customer service", "客户服务部")
  private static let marketing = Phrase("Marketing", "市场部")

  /// The field's own name, then that of the pair of axes, then one made of the axes.
  init(_ field: MatrixField, _ x: MatrixAxis, _ y: MatrixAxis, own: MatrixNames) {
    let named: LocalizedText? =
      switch field {
      case .highHigh: own.highHigh
      case .highLow: own.highLow
      case .lowHigh: own.lowHigh
      case .lowLow: own.lowLow
      }
    let known = MatrixMeaning.known(field, x, y)
    name =
      named.map { Phrase($0[.english], $0[.simplifiedChinese]) } ?? known?.name
      ?? MatrixMeaning.composed(field, x, y)
    action = known?.action
    owner = known?.owner
    isAlarm = known?.isAlarm ?? false
  }

  private init(
    _ name: Phrase, _ action: Phrase, _ owner: Phrase, isAlarm: Bool = false
  ) {
    self.name = name
    self.action = action
    self.owner = owner
    self.isAlarm = isAlarm
  }

  /// The meanings of the three matrices that the texts know, whichever axis lies to the right.
  private static func known(
    _ field: MatrixField, _ x: MatrixAxis, _ y: MatrixAxis
  ) -> MatrixMeaning? {
    if x == .value || x == .margin, y == .potential {
      return potential(field.xIsHigh, field.yIsHigh)
    }
    if y == .value || y == .margin, x == .potential {
      return potential(field.yIsHigh, field.xIsHigh)
    }
    if x == .frequency, y == .basket { return basket(field.xIsHigh, field.yIsHigh) }
    if x == .basket, y == .frequency { return basket(field.yIsHigh, field.xIsHigh) }
    if x == .value || x == .margin, y == .satisfaction {
      return satisfaction(field.xIsHigh, field.yIsHigh)
    }
    if y == .value || y == .margin, x == .satisfaction {
      return satisfaction(field.yIsHigh, field.xIsHigh)
    }
    return nil
  }

  private static func potential(_ isValuable: Bool, _ isPromising: Bool) -> MatrixMeaning {
    switch (isValuable, isPromising) {
    case (true, true):
      MatrixMeaning(
        Phrase("Key customers", "关键客户"),
        Phrase("Protect them: a contact person of their own and a yearly plan", "重点保护：专人负责，制定年度计划"),
        keyAccounts)
    case (true, false):
      MatrixMeaning(
        Phrase("Mature customers", "成熟客户"),
        Phrase("Keep the service up and ask for new needs", "维持服务水平，挖掘新需求"), sales)
    case (false, true):
      MatrixMeaning(
        Phrase("Growing customers", "成长客户"),
        Phrase(
          "Develop them: visit, cross-sell, raise the share of their purchases", "重点培育：拜访、交叉销售、提升份额"
        ),
        sales)
    case (false, false):
      MatrixMeaning(
        Phrase("Basic customers", "一般客户"),
        Phrase("Serve them at low cost: web and phone", "以网络与电话等低成本方式服务"), service)
    }
  }

  /// Marcus, *A practical yet meaningful approach to customer segmentation*, Journal of Consumer
  /// Marketing 15(5), 1998: Best, Frequent, Spender, Uncertain.
  private static func basket(_ isFrequent: Bool, _ isLarge: Bool) -> MatrixMeaning {
    switch (isFrequent, isLarge) {
    case (true, true):
      MatrixMeaning(
        Phrase("Best", "最佳客户"), Phrase("Reward them and ask for recommendations", "给予礼遇，邀请转介绍"),
        keyAccounts)
    case (true, false):
      MatrixMeaning(
        Phrase("Frequent", "常客"),
        Phrase("Raise the order: bundles, thresholds for free delivery", "提高单次金额：组合销售、满额免运"),
        marketing)
    case (false, true):
      MatrixMeaning(
        Phrase("Spenders", "大单客户"),
        Phrase("Bring them back sooner: reminders, service contracts", "缩短购买间隔：到期提醒、服务合同"), sales)
    case (false, false):
      MatrixMeaning(
        Phrase("Uncertain", "不稳定客户"),
        Phrase("Invite them to a second purchase, with little spend", "以小成本促成再次购买"), marketing)
    }
  }

  private static func satisfaction(_ isValuable: Bool, _ isContent: Bool) -> MatrixMeaning {
    switch (isValuable, isContent) {
    case (true, true):
      MatrixMeaning(
        Phrase("Partners", "伙伴客户"), Phrase("Keep them, ask for recommendations", "持续维护，邀请转介绍"),
        keyAccounts)
    case (true, false):
      MatrixMeaning(
        Phrase("Endangered", "濒危客户"),
        Phrase("Find out what is wrong and put it right, before they leave", "尽快查明不满原因并整改，防止流失"),
        keyAccounts,
        isAlarm: true)
    case (false, true):
      MatrixMeaning(
        Phrase("Content, small", "口碑客户"),
        Phrase("Offer more: they like what they get", "扩大供给：其满意度高"), sales)
    case (false, false):
      MatrixMeaning(
        Phrase("Discontent, small", "不满小客户"),
        Phrase("Remedy what many of them name", "解决其普遍反映的问题"), service)
    }
  }

  private static func composed(
    _ field: MatrixField, _ x: MatrixAxis, _ y: MatrixAxis
  ) -> Phrase {
    func english(_ axis: MatrixAxis, _ isHigh: Bool) -> String {
      "\(isHigh ? "high" : "low") \(axis.title.english.lowercased())"
    }
    func chinese(_ axis: MatrixAxis, _ isHigh: Bool) -> String {
      "\(axis.title.chinese)\(isHigh ? "高" : "低")"
    }
    let words = "\(english(x, field.xIsHigh)), \(english(y, field.yIsHigh))"
    return Phrase(
      words.prefix(1).uppercased() + words.dropFirst(),
      "\(chinese(x, field.xIsHigh))、\(chinese(y, field.yIsHigh))")
  }
}
