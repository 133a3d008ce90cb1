import Statistics
import Values

/// One index of concentration, with its interval and what the texts say of it.
struct ConcentrationFigure: Sendable {
  let id: String
  let label: Phrase
  let unit: Unit
  let value: Double?
  var interval: Interval?
  /// What the source texts give; nil where they give nothing.
  var text: Double?
  /// The greatest customers that it is about.
  var customers: Int?
}

extension TiersOutput {
  /// From so many customers on an interval is told.
  static let leastForInterval = 30

  /// The shares of customers whose part of the amount is told, with what the texts say.
  static let topShares: [(percent: Int, text: Double?)] = [
    (1, nil), (5, nil), (10, 0.38), (20, 0.8), (50, nil),
  ]

  /// In the order of table and page; values are nil where nothing was bought.
  static func figures(_ held: Concentration?) -> [ConcentrationFigure] {
    let told = (held?.count ?? 0) >= leastForInterval
    let needed = held?.needed(for: 0.8)
    var all = [
      ConcentrationFigure(
        id: "gini", label: TiersPhrases.gini, unit: .ratio, value: held?.gini,
        interval: told ? held?.giniInterval() : nil),
      ConcentrationFigure(
        id: "gini_corrected", label: TiersPhrases.giniCorrected, unit: .ratio,
        value: held?.giniCorrected),
      ConcentrationFigure(
        id: "hhi", label: TiersPhrases.herfindahl, unit: .ratio, value: held?.herfindahl),
      ConcentrationFigure(
        id: "equivalent_customers", label: TiersPhrases.equivalent, unit: .count,
        value: held?.equivalentCustomers),
      ConcentrationFigure(
        id: "ricci_schutz", label: TiersPhrases.ricciSchutz, unit: .ratio,
        value: held?.ricciSchutz),
      ConcentrationFigure(
        id: "theil", label: TiersPhrases.theil, unit: .ratio, value: held?.theil),
    ]
    for (percent, text) in topShares {
      let customers = held?.customers(in: Double(percent) / 100) ?? 0
      all.append(
        ConcentrationFigure(
          id: "top_\(percent)_share", label: TiersPhrases.topShare(percent), unit: .share,
          value: customers > 0 ? held?.held(byGreatest: customers) : nil,
          interval: told ? held?.interval(ofGreatest: customers) : nil, text: text,
          customers: customers))
    }
    all.append(
      ConcentrationFigure(
        id: "customers_for_80", label: TiersPhrases.needed, unit: .count,
        value: needed.map(Double.init)))
    all.append(
      ConcentrationFigure(
        id: "customer_share_for_80", label: TiersPhrases.neededShare, unit: .share,
        value: needed.map { Double($0) / Double(held?.count ?? 1) }, text: 0.2))
    return all
  }

  func figure(_ id: String) -> ConcentrationFigure? { figures.first { $0.id == id } }
}
