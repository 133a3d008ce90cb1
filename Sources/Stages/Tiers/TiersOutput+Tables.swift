package import Pipeline
import Statistics
package import Values

extension TiersOutput {
  package static func tables(_ currency: Currency) -> [ResultTable] {
    [
      ResultTable(
        "customers", Phrase("One row a customer: class, stars, distances", "每位客户一行：类别、星级与差距"),
        TiersColumns.customers(currency)),
      ResultTable(
        "classes", Phrase("One row a class, then the customers without one", "每类一行，其后为未归类客户"),
        TiersColumns.classes(currency)),
      ResultTable("stars", Phrase("One row a star", "每个星级一行"), TiersColumns.stars(currency)),
      ResultTable(
        "deciles",
        Phrase("Ten classes by customer lifetime value, greatest first", "按客户终身价值由高到低的十等分"),
        TiersColumns.deciles(currency)),
      ResultTable(
        "lorenz", Phrase("Lorenz curve in steps of one per cent", "洛伦兹曲线，每 1% 一点"),
        TiersColumns.lorenz),
      ResultTable(
        "concentration", Phrase("How concentrated the amounts are", "金额集中度指标"),
        TiersColumns.concentration),
    ]
  }

  package func table(_ name: String) -> DataTable {
    switch name {
    case "customers":
      DataTable(
        name: name, heads: TiersColumns.customers(input.currency), columns: customerColumns)
    case "classes": classTable
    case "stars": starTable
    case "deciles": decileTable
    case "lorenz": lorenzTable
    case "concentration": concentrationTable
    default: preconditionFailure("tiers has no table '\(name)'")
    }
  }

  /// Labels of classes, then `set_aside`.
  private var tierLabels: [String] { (0..<classes.count).map(ValueClasses.name) + ["set_aside"] }

  private var customerColumns: [ColumnValues] {
    let currency = input.currency
    let standing = input.months.standing
    let none = [Int64](repeating: .min, count: count)
    let rules = (0..<classes.count).map(rule) + ValueClasses.Aside.allCases.map(Self.rule)
    func ruleOf(_ index: Int8) -> Int32 {
      index >= 0 ? Int32(index) : Int32(classes.count) - 1 - Int32(index)
    }
    let reasons = (0..<1 << KeyReason.allCases.count).map { bits in
      KeyReason.allCases.filter { bits & Int($0.bit) != 0 }.map { "\($0)" }.joined(separator: "+")
    }
    let total = concentration.map { Double($0.total) } ?? .nan
    let hasWindow = input.hasWindow
    let levels = ladder.least.indices.map(starRule)
    return [
      .text(input.months.customers),
      .category(
        classes.index.map { $0 >= 0 ? Int32($0) : Int32(classes.count) }, labels: tierLabels),
      .integer(standing.map { hasWindow ? Int64(stars($0.level)) : .min }),
      .category(classes.index.map(ruleOf), labels: rules),
      .integer(classes.rank.map { $0 > 0 ? Int64($0) : .min }),
      .money(amounts, currency),
      .number(
        zip(classes.index, amounts).map { $0 >= 0 ? Double(max(0, $1)) / total : .nan }),
      .number(classes.cumulative),
      .money(classes.toNext, currency),
      .category(standing.map { hasWindow ? Int32($0.level) : -1 }, labels: levels),
      .integer(standing.map { hasWindow && $0.toNext >= 0 ? Int64($0.toNext) : .min }),
      .integer(
        standing.map { hasWindow && input.hasEarlierWindow ? Int64(stars($0.before)) : .min }),
      .money(standing.map { hasWindow ? $0.needed : .min }, currency),
      .money(standing.map { hasWindow ? $0.soFar : .min }, currency),
      .money(standing.map { hasWindow ? $0.latest : .min }, currency),
      .category(
        standing.map { !hasWindow || $0.level < 0 ? -1 : ladder.isAtRisk($0) ? 1 : 0 },
        labels: ["no", "yes"]),
      .money(input.clv ?? none, currency),
      .integer(
        deciles.map { $0.decile.map { $0 > 0 ? Int64($0) : .min } } ?? none),
      .category(keyReasons.map { $0 == 0 ? 0 : 1 }, labels: ["no", "yes"]),
      .category(keyReasons.map { $0 == 0 ? -1 : Int32($0) }, labels: reasons),
    ]
  }

  private var classTable: DataTable {
    var rows = ResultRows(TiersColumns.classes(input.currency))
    let whole = Double(counted)
    for (index, sum) in classSums.enumerated() {
      rows.add([
        .text(ValueClasses.name(index)), .text(rule(index)), .count(sum.customers),
        .number(counted > 0 ? Double(sum.customers) / whole : nil), .money(sum.amount),
        .number(share(sum)), .money(mean(sum)), .count(Int(sum.orders)),
      ])
    }
    for why in ValueClasses.Aside.allCases {
      guard let sum = aside[why] else { continue }
      rows.add([
        .text("set_aside"), .text(Self.rule(why)), .count(sum.customers), .number(nil),
        .money(sum.amount), .number(nil), .money(mean(sum)), .count(Int(sum.orders)),
      ])
    }
    return rows.table("classes")
  }

  /// The mean amount in minor units, to the nearest; nil without customers.
  func mean(_ sum: Sum) -> Int64? {
    guard sum.customers > 0 else { return nil }
    return Int64((Double(sum.amount) / Double(sum.customers)).rounded())
  }

  private var starTable: DataTable {
    var rows = ResultRows(TiersColumns.stars(input.currency))
    let risks = counts(atRisk)
    let lost = counts(fallen, before: true)
    for (place, sum) in starSums.enumerated() {
      let level = place - 1
      let isKnown = input.hasWindow
      rows.add([
        .count(stars(Int8(level))), .text(level < 0 ? "" : starRule(level)),
        .count(isKnown ? sum.customers : nil),
        .number(isKnown && count > 0 ? Double(sum.customers) / Double(count) : nil),
        .money(isKnown ? sum.amount : nil),
        .count(isKnown && level >= 0 ? risks[place] : nil),
        .count(isKnown && input.hasEarlierWindow && level >= 0 ? lost[place] : nil),
      ])
    }
    return rows.table("stars")
  }

  /// Customers by level, none first.
  func counts(_ rows: [Int], before: Bool = false) -> [Int] {
    var counts = [Int](repeating: 0, count: starSums.count)
    for row in rows {
      let standing = input.months.standing[row]
      counts[Int(before ? standing.before : standing.level) + 1] += 1
    }
    return counts
  }

  private var decileTable: DataTable {
    let found = deciles?.deciles ?? []
    let whole = found.reduce(Int64(0)) { $0 + $1.sum }
    let currency = input.currency
    return DataTable(
      name: "deciles", heads: TiersColumns.deciles(currency),
      columns: [
        .integer(found.indices.map { Int64($0 + 1) }),
        .integer(found.map { Int64($0.customers) }), .money(found.map(\.sum), currency),
        .number(
          found.map { whole > 0 && $0.sum >= 0 ? Double($0.sum) / Double(whole) : .nan }),
        .number(found.map { currency.major($0.sum) / Double($0.customers) }),
        .money(found.map(\.least), currency), .money(found.map(\.greatest), currency),
      ])
  }

  private var lorenzTable: DataTable {
    var rows = ResultRows(TiersColumns.lorenz)
    guard let concentration else { return rows.table("lorenz") }
    for percent in 0...100 {
      let customers = concentration.customers(in: Double(percent) / 100)
      rows.add([
        .number(Double(percent) / 100), .count(customers),
        .number(concentration.lorenz(customers)),
        .number(concentration.held(byGreatest: customers)),
      ])
    }
    return rows.table("lorenz")
  }

  private var concentrationTable: DataTable {
    var rows = ResultRows(TiersColumns.concentration)
    for figure in figures {
      rows.add([
        .text(figure.id), .number(figure.value), .number(figure.interval?.low),
        .number(figure.interval?.high), .number(figure.text),
      ])
    }
    return rows.table("concentration")
  }
}
