package import Pipeline
package import Values

extension RFMOutput {
  package static func tables(_ currency: Currency) -> [ResultTable] {
    [
      ResultTable(
        "customers", Phrase("One row a customer: scores and segment", "每位客户一行：分数与分层"),
        RFMColumns.customers(currency)),
      ResultTable(
        "segments", Phrase("One row a segment", "每个分层一行"), RFMColumns.segments(currency)),
      ResultTable(
        "bins", Phrase("Thresholds and realised classes of each axis", "各维度的阈值与实际分档"),
        RFMColumns.bins),
      ResultTable(
        "cells", Phrase("Customers by recency and frequency score", "按最近购买与频次分数统计的客户"),
        RFMColumns.cells(currency)),
    ]
  }

  package func table(_ name: String) -> DataTable {
    let currency = input.currency
    switch name {
    case "customers":
      return DataTable(
        name: name, heads: RFMColumns.customers(currency), columns: customerColumns)
    case "segments":
      return DataTable(name: name, heads: RFMColumns.segments(currency), columns: segmentColumns)
    case "bins": return DataTable(name: name, heads: RFMColumns.bins, columns: binColumns)
    case "cells":
      return DataTable(name: name, heads: RFMColumns.cells(currency), columns: cellColumns)
    default: preconditionFailure("rfm has no table '\(name)'")
    }
  }

  private var customerColumns: [ColumnValues] {
    let bins = settings.bins
    let (r, f, m) = (scored[0].scores, scored[1].scores, scored[2].scores)
    var codes: [String] = []
    for r in 1...bins {
      for f in 1...bins { for m in 1...bins { codes.append(code(r: r, f: f, m: m)) } }
    }
    let weights = settings.weights
    var code = [Int32](repeating: 0, count: count)
    var weighted = [Double](repeating: 0, count: count)
    for index in 0..<count {
      let (r, f, m) = (Int(r[index]), Int(f[index]), Int(m[index]))
      code[index] = Int32(truncatingIfNeeded: ((r - 1) * bins + f - 1) * bins + m - 1)
      weighted[index] =
        (weights.r * Double(r) + weights.f * Double(f) + weights.m * Double(m)) / weights.sum
    }
    return [
      .text(input.customers), .integer(recency), .integer(frequency),
      .money(monetary, input.currency), .integer(r.map { Int64($0) }),
      .integer(f.map { Int64($0) }), .integer(m.map { Int64($0) }),
      .category(code, labels: codes), .number(weighted),
      .category(segment, labels: segments.map(\.id)), .category(rule, labels: rules),
      .integer(scored[0].toNext), .integer(scored[1].toNext),
      .money(scored[2].toNext, input.currency),
    ]
  }

  private var segmentColumns: [ColumnValues] {
    let whole = total.customers
    return [
      .category(segments.indices.map { Int32($0) }, labels: segments.map(\.id)),
      .integer(sums.map { Int64($0.customers) }),
      .number(sums.map { Double($0.customers) / Double(whole) }),
      .money(sums.map(\.revenue), input.currency),
      .number(sums.map { revenueShare($0) ?? .nan }),
      .integer(sums.map(\.orders)),
      .number(sums.map { averageOrder($0) ?? .nan }),
      .number(sums.map { Double($0.recency) / Double($0.customers) }),
    ]
  }

  /// Revenue an order in major units; nil without orders.
  func averageOrder(_ sum: Sum) -> Double? {
    sum.orders > 0 ? input.currency.major(sum.revenue) / Double(sum.orders) : nil
  }

  private var binColumns: [ColumnValues] {
    let classes = scored.flatMap(\.classes)
    let whole = Double(count)
    return [
      .category(
        classes.map { Int32($0.axis.rawValue) }, labels: ["recency", "frequency", "monetary"]),
      .integer(classes.map { Int64($0.withinR ?? .min) }),
      .integer(classes.map { Int64($0.withinF ?? .min) }),
      .integer(classes.map { Int64($0.score) }),
      .number(classes.map { major($0.cutBelow, $0.axis) ?? .nan }),
      .number(classes.map { major($0.cutAbove, $0.axis) ?? .nan }),
      .number(classes.map { major($0.least.map(Double.init), $0.axis) ?? .nan }),
      .number(classes.map { major($0.greatest.map(Double.init), $0.axis) ?? .nan }),
      .integer(classes.map { Int64($0.customers) }),
      .number(classes.map { Double($0.customers) / whole }),
    ]
  }

  /// A value of an axis as people read it: money in major units.
  func major(_ value: Double?, _ axis: RFMAxis.Kind) -> Double? {
    value.map { axis == .monetary ? $0 / Double(input.currency.minorPerMajor) : $0 }
  }

  private var cellColumns: [ColumnValues] {
    let bins = settings.bins
    return [
      .integer(cells.indices.map { Int64($0 / bins + 1) }),
      .integer(cells.indices.map { Int64($0 % bins + 1) }),
      .integer(cells.map { Int64($0.customers) }),
      .number(cells.map { Double($0.customers) / Double(count) }),
      .money(cells.map(\.revenue), input.currency),
    ]
  }
}
