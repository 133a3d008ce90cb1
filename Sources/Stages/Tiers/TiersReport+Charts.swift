import Report
import Statistics
import Values

extension TiersReport {
  /// The share of the amount by the share of customers, largest first, with the texts' points.
  var curve: Chart? {
    guard let held = output.concentration, held.count > 1 else { return nil }
    let percents = Array(stride(from: 0, through: 100, by: 5))
    let ours = percents.map { held.held(byGreatest: held.customers(in: Double($0) / 100)) }
    let alike = percents.map { Double($0) / 100 }
    func point(_ percent: Int, _ share: Double) -> [Double] {
      percents.map { $0 == percent ? share : .nan }
    }
    return Chart(
      id: "\(step)_lorenz", title: wording(P.curveTitle),
      altText: wording(
        P.curveWords,
        [
          "tenth": .share(held.held(byGreatest: held.customers(in: 0.1))),
          "fifth": .share(held.held(byGreatest: held.customers(in: 0.2))),
          "half": .share(held.held(byGreatest: held.customers(in: 0.5))),
        ]),
      kind: .lines(
        x: alike.map { NumberStyle(.share, decimals: 0).text($0, wording.language) },
        series: [
          (wording(P.ours), ours), (wording(P.alike), alike),
          (wording(P.textsFifth), point(20, 0.8)), (wording(P.textsTenth), point(10, 0.38)),
        ]),
      style: NumberStyle(.share, decimals: 0), xTitle: wording(P.curveX),
      yTitle: wording(P.curveY))
  }

  var starsChart: Chart? {
    guard output.count > 0 else { return nil }
    let sums = output.starSums
    return Chart(
      id: "\(step)_stars", title: wording(P.starsChart),
      altText: wording(
        P.starsWords,
        [
          "none": .count(sums[0].customers), "top": .count(sums[sums.count - 1].customers),
        ]),
      kind: .columns(
        categories: sums.indices.map { starName(Int8($0) - 1) },
        values: sums.map { Double($0.customers) }),
      style: .prose(.count), xTitle: wording(P.starsX))
  }

  func starName(_ level: Int8) -> String {
    level < 0 ? wording(P.noStars) : "\(output.stars(level)) ★"
  }
}
