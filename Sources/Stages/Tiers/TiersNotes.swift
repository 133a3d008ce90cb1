import Exports
import Pipeline
import Report
import Values

/// What stands below the tables of `tiers`: how classes, stars and shares came about.
struct TiersNotes {
  let output: TiersOutput
  let wording: Wording

  var classNotes: [Note] {
    let settings = output.settings
    var notes = [
      Note(.policy, period),
      Note(
        .policy,
        wording(settings.value == .margin ? Self.margin : refunds)),
      Note(
        .method, wording(settings.abc.by == .share ? Self.byShare : Self.byCount)),
      Note(
        .method,
        wording(settings.abc.boundary == .include ? Self.including : Self.excluding)),
      Note(.method, wording(Self.distance)),
      Note(.policy, wording(settings.negatives == .setAside ? Self.setAside : Self.asZero)),
      Note(.method, wording(Self.giniNote)),
      Note(.method, wording(Self.shareNote, ["least": .count(TiersOutput.leastForInterval)])),
      Note(.method, wording(Self.textsNote)),
    ]
    notes.append(
      Note(
        .policy,
        output.input.clv == nil
          ? wording(Self.noCLV, ["step": .text(settings.clvStep)]) : wording(Self.withCLV)))
    if output.input.months.withoutPurchase > 0 {
      notes.append(
        Note(
          .policy,
          wording(Self.without, ["customers": .count(output.input.months.withoutPurchase)])))
    }
    return notes + sources(Tiers.valueMethods)
  }

  var starNotes: [Note] {
    let stars = output.settings.stars
    let window = output.input.window
    return [
      Note(
        .policy,
        wording(
          stars.by == .each ? Self.each : Self.mean,
          [
            "months": .count(stars.months),
            "from": .day(Day(number: window.lowerBound)),
            "through": .day(Day(number: window.upperBound - 1)),
          ])),
      Note(.policy, wording(stars.comparator == .above ? Self.above : Self.atLeast)),
      Note(.method, wording(stars.by == .each ? Self.nextEach : Self.nextMean)),
      Note(.method, wording(Self.risk, ["margin": .share(stars.riskMargin)])),
    ] + sources(Tiers.ladderMethods)
  }

  /// Each work once, in the order of the methods.
  private func sources(_ methods: [Method]) -> [Note] {
    methods.sourceNotes
  }

  private var period: String {
    let input = output.input
    guard let months = output.settings.months else {
      return wording(Self.wholeHistory, ["day": .day(input.asOf)])
    }
    return wording(
      Self.lastMonths,
      [
        "months": .count(months), "from": .day(Day(number: input.period.lowerBound)),
        "through": .day(Day(number: input.period.upperBound)),
      ])
  }

  private var refunds: Phrase {
    switch output.settings.refunds {
    case .net: Self.net
    case .separate: Self.separate
    case .ignore: Self.ignored
    }
  }
}

extension TiersNotes {
  fileprivate static let wholeHistory = Phrase(
    "Amounts of the whole history up to {day}.", "金额为截至 {day} 的全部历史。")
  fileprivate static let lastMonths = Phrase(
    "Amounts of {months} complete months, {from} to {through}; who bought nothing in them has no class.",
    "金额为 {from} 至 {through} 的 {months} 个完整月；期间未购买者不归类。")
  fileprivate static let margin = Phrase(
    "Customers are ranked by gross margin; order lines without one count with zero.",
    "客户按毛利排序；无毛利的订单行按零计。")
  fileprivate static let net = Phrase(
    "Returns are taken off the amounts, in the month in which they came back.",
    "退货从金额中扣除，计入退货当月。")
  fileprivate static let separate = Phrase(
    "Returns are not taken off the amounts.", "退货不从金额中扣除。")
  fileprivate static let ignored = Phrase("Returns are left out of all amounts.", "所有金额均不计退货。")
  fileprivate static let byShare = Phrase(
    "Classes by cumulative share: customers in the order of their amounts, largest first, until a class has its share of the whole. Equal amounts share a class.",
    "按金额累计占比归类：客户由大到小累计，直至达到各类的占比上限。金额相同者同类。")
  fileprivate static let byCount = Phrase(
    "Classes by number of customers, largest amount first. Equal amounts share a class.",
    "按客户人数归类，金额由大到小。金额相同者同类。")
  fileprivate static let including = Phrase(
    "The customer with whom a boundary is passed belongs to the higher class, so that class A holds at least its share.",
    "跨越界限的客户归入较高类，故 A 类至少达到其占比。")
  fileprivate static let excluding = Phrase(
    "The customer with whom a boundary is passed belongs to the lower class, so that class A holds its share at most; a single large customer can leave it empty.",
    "跨越界限的客户归入较低类，故 A 类至多达到其占比；个别特大客户可使其为空。")
  fileprivate static let distance = Phrase(
    "The distance to the next class is the least rise of the customer's own amount, all others as they are.",
    "距上一类的差距为其他客户不变时自身金额所需的最小增加额。")
  fileprivate static let setAside = Phrase(
    "Customers whose amount is below zero are set aside: they count in no class and no share.",
    "净额为负的客户予以剔除，不计入类别与占比。")
  fileprivate static let asZero = Phrase(
    "Customers whose amount is below zero count with zero in all shares; the sums of the classes have what they are.",
    "净额为负的客户在占比中按零计入；各类合计仍按实际金额。")
  fileprivate static let giniNote = Phrase(
    "The Gini coefficient is 0 where all customers are alike and nears 1 where one has all; its interval is the jackknife's.",
    "基尼系数为 0 表示人人均等，接近 1 表示高度集中；其区间由刀切法得出。")
  fileprivate static let shareNote = Phrase(
    "Intervals (95 %) take the customers for a sample of such customers, from {least} customers on; few very large ones make them too narrow.",
    "95% 区间将现有客户视为同类客户的样本，客户数不少于 {least} 时给出；个别特大客户会使区间偏窄。")
  fileprivate static let textsNote = Phrase(
    "80/20 is a rule of thumb, 10 % bring 38 % the example of one telephone company: lines to compare with, not targets.",
    "二八法则为经验值，前 10% 占 38% 为某通信企业示例：仅供对照，并非目标。")
  fileprivate static let noCLV = Phrase(
    "No step named {step} gives lifetime values, so there are no tenths by them.",
    "没有名为 {step} 的步骤提供终身价值，故不作十等分。")
  fileprivate static let withCLV = Phrase(
    "Tenths by customer lifetime value have equal numbers of customers; of equal values the first id comes first.",
    "终身价值十等分各含相同人数；数值相同者按编号先后。")
  fileprivate static let without = Phrase(
    "{customers} customers have returns and no purchase: they have no class.",
    "{customers} 位客户仅有退货而无购买，不予归类。")
  fileprivate static let each = Phrase(
    "A star needs every one of {months} complete months, {from} to {through}; a month without a purchase counts with zero.",
    "星级要求 {from} 至 {through} 的 {months} 个完整月逐月达标；未购买的月份按零计。")
  fileprivate static let mean = Phrase(
    "A star needs the mean of {months} complete months, {from} to {through}; a month without a purchase counts with zero.",
    "星级按 {from} 至 {through} 的 {months} 个完整月的月均金额判定；未购买的月份按零计。")
  fileprivate static let above = Phrase(
    "An amount must lie above the threshold; one equal to it does not pass.", "金额须高于门槛，等于门槛不达标。")
  fileprivate static let atLeast = Phrase(
    "An amount that reaches the threshold passes.", "金额达到门槛即达标。")
  fileprivate static let nextEach = Phrase(
    "Months to the next star: as many as the months since the last one that failed leave open, if every coming month passes.",
    "升星所需月数：自最近一次未达标之月起计，假定此后逐月达标。")
  fileprivate static let nextMean = Phrase(
    "Months to the next star: if every coming month brings the next threshold, or the amount of the last complete month where that is more.",
    "升星所需月数：假定此后每月金额为下一门槛与最近完整月中的较大者。")
  fileprivate static let risk = Phrase(
    "A star is about to be lost where the month in progress has not yet brought what keeps it, and the last complete month lay less than {margin} above that.",
    "当月尚未达到保级金额，且最近完整月高出该金额不足 {margin} 时，视为即将失去星级。")
}
