package import Diagnostics
import Exports
package import Pipeline
package import Values

/// What of each customer the two axes measure, in columns.
package struct MatrixInput: StageInput {
  package var asOf: Day
  package var currency: Currency
  package var scope: Source.Scope
  package var minCell: Int
  /// Bytewise ascending, with a purchase up to the as-of date.
  package var customers: TextColumn
  /// Of the months of the settings, minor units.
  package var revenue: [Int64]
  package var orders: [Int32]
  /// Minor units; nil where the orders have no margin.
  package var margin: [Int64]?
  /// Value to come in minor units, `Int64.min` for none; nil without step clv.
  package var potential: [Int64]?
  /// Mean of a customer's answers, NaN without any; nil without a survey of this item.
  package var satisfaction: [Double]?

  package init(
    asOf: Day, currency: Currency, scope: Source.Scope = .external, minCell: Int = 5,
    customers: TextColumn, revenue: [Int64], orders: [Int32], margin: [Int64]? = nil,
    potential: [Int64]? = nil, satisfaction: [Double]? = nil
  ) {
    precondition(
      customers.count == revenue.count && customers.count == orders.count,
      "columns have one length")
    self.asOf = asOf
    self.currency = currency
    self.scope = scope
    self.minCell = minCell
    self.customers = customers
    self.revenue = revenue
    self.orders = orders
    self.margin = margin
    self.potential = potential
    self.satisfaction = satisfaction
  }

  /// The step whose value to come is the potential.
  static let valueStep = "clv"

  package static func needs(_ settings: MatrixSettings) -> [Need] {
    var needs: [Need] = [.purchaseDays, .output(step: valueStep, required: false)]
    if settings.x == .satisfaction || settings.y == .satisfaction {
      needs.append(.facts(contract: "survey", required: true))
    }
    return needs
  }

  package init(from source: Source, _ settings: MatrixSettings) throws(Diagnostic) {
    guard let days = source.purchaseDays else {
      throw Diagnostic(
        .missingExport, "no-orders", "matrix found no orders",
        help: "give an export of the contract orders, or purchase days")
    }
    let sums = MatrixSums(days, settings, asOf: source.asOf)
    self.init(
      asOf: source.asOf, currency: source.currency, scope: source.scope, minCell: source.minCell,
      customers: sums.customers, revenue: sums.revenue, orders: sums.orders, margin: sums.margin)
    potential = source.outputs[MatrixInput.valueStep].flatMap {
      CustomerJoin(customers, $0.table("customers"))?.money("clv")
    }
    if settings.x == .satisfaction || settings.y == .satisfaction {
      satisfaction = try MatrixInput.satisfaction(source, settings.item, customers)
    }
  }

  /// The mean of each customer's answers to an item.
  private static func satisfaction(
    _ source: Source, _ item: String, _ customers: TextColumn
  ) throws(Diagnostic) -> [Double] {
    guard let survey = source.facts["survey"] else {
      throw Diagnostic(
        .missingExport, "missing-export", "an axis is satisfaction, and there is no survey",
        help: "name a survey file, or choose another axis")
    }
    guard case .integer(let answers)? = survey.values(item) else {
      let items = survey.heads.map(\.id).filter {
        ["nps", "csat", "ces"].contains($0) || $0.hasPrefix("item_")
      }
      throw Diagnostic(
        .configuration, "unknown-item", "the survey has no item '\(item)'",
        help: Suggestion.help(for: item, among: items))
    }
    guard case .text(let ids)? = survey.values("customer_id") else {
      throw Diagnostic(
        .data, "missing-column", "the survey does not say which customer answered",
        help: "map a column with --column survey.customer_id=HEADER")
    }
    var index = TextIndex()
    var place: [Int32] = []
    customers.forEachRow { row, bytes in
      if index.intern(bytes) == place.count { place.append(Int32(row)) }
    }
    var sums = [Int64](repeating: 0, count: customers.count)
    var counts = sums
    ids.forEachRow { row, bytes in
      guard answers[row] != .min, !bytes.isEmpty else { return }
      let found = index.find(bytes)
      guard found >= 0 else { return }
      sums[Int(place[Int(found)])] += answers[row]
      counts[Int(place[Int(found)])] += 1
    }
    return zip(sums, counts).map { $1 > 0 ? Double($0) / Double($1) : .nan }
  }
}
