import Pipeline
import Values

/// Figures that earlier steps found, from their result tables.
struct EarlierFigures: Sendable {
  /// Who bought again, by satisfaction.
  struct Repurchase: Sendable {
    let cells: LoyaltyCells
    /// From the worst level to the best.
    let groups: [(id: String, no: Int, yes: Int)]
  }

  /// Winning a customer against keeping one.
  struct Cost: Sendable {
    let ratio: Double
    let new: Int
    let kept: Int
  }

  static let loyaltyStep = "loyalty"
  static let acquisitionStep = "acquisition"
  static let lifecycleStep = "lifecycle"

  let hasLoyalty: Bool
  let repurchase: Repurchase?
  let hasAcquisition: Bool
  let cost: Cost?
  /// Customers who are lost, with the day that they fell silent; nil without step `lifecycle`.
  let lost: LostCustomers?

  init(_ source: Source) {
    let levels = source.outputs[Self.loyaltyStep]?.table("levels", having: "bought")
    hasLoyalty = levels != nil
    repurchase = levels.flatMap { Self.repurchase($0, source.scope) }
    let ratio = source.outputs[Self.acquisitionStep]?.table("ratio", having: "kept_customers")
    hasAcquisition = ratio != nil
    cost = ratio.flatMap(Self.cost)
    lost = source.outputs[Self.lifecycleStep]?.table("customers", having: "silent_from")
      .flatMap(LostCustomers.init)
  }

  private static func repurchase(_ levels: DataTable, _ scope: Source.Scope) -> Repurchase? {
    guard case .text(let questions)? = levels.values("question"),
      case .text(let answers)? = levels.values("answer"),
      case .integer(let customers)? = levels.values("customers"),
      case .integer(let bought)? = levels.values("bought"),
      let first = (0..<levels.rowCount).first(where: { questions[$0] != "nps" })
    else { return nil }
    let rows = (0..<levels.rowCount).filter {
      questions[$0] == questions[first] && answers[$0] != "all" && customers[$0] != .min
    }
    return Repurchase(
      cells: LoyaltyCells(question: questions[first], scope: scope),
      groups: rows.map { (answers[$0], Int(customers[$0] - bought[$0]), Int(bought[$0])) })
  }

  private static func cost(_ table: DataTable) -> Cost? {
    guard table.rowCount > 0, case .number(let ratio)? = table.values("ratio"),
      case .integer(let new)? = table.values("new_customers"),
      case .integer(let kept)? = table.values("kept_customers"), ratio[0].isFinite, new[0] > 0,
      kept[0] > 0
    else { return nil }
    return Cost(ratio: ratio[0], new: Int(new[0]), kept: Int(kept[0]))
  }
}

/// Customers who are lost.
struct LostCustomers: Sendable {
  let ids: TextColumn
  /// `Int32.min` where it is not known.
  let silentFrom: [Int32]

  init?(_ table: DataTable) {
    guard case .text(let all)? = table.values("customer_id"),
      case .category(let codes, let labels)? = table.values("class"),
      let days = table.values("silent_from")
    else { return nil }
    let wanted = labels.indices.filter { labels[$0] == "lost" }.map { Int32($0) }
    let rows = codes.indices.filter { wanted.contains(codes[$0]) }
    ids = all.selected(rows.map { Int32($0) })
    silentFrom = rows.map { days.day($0)?.number ?? .min }
  }
}
