import Pipeline
package import Report
import Statistics
import Values

extension MigrationOutput {
  package func report(_ wording: Wording, step: String) -> StageReport {
    MigrationReport(output: self, wording: wording, step: step).report
  }
}

/// What `migration` says in one language.
struct MigrationReport {
  typealias P = MigrationPhrases

  let output: MigrationOutput
  let wording: Wording
  let step: String

  var report: StageReport {
    StageReport(
      measures: measures, findings: findings, pages: [page] + (listPage.map { [$0] } ?? []),
      warnings: output.input.hasEarlier ? [] : [early])
  }

  var input: MigrationInput { output.input }
  var currency: Currency { input.currency }
  var money: Unit { .money(currency) }
  func major(_ minor: Int64) -> Double { currency.major(minor == .min ? 0 : minor) }
  func name(_ scheme: MigrationScheme) -> String { wording(P.name(scheme)) }
  private var early: String { wording(P.headlineEarly, ["before": .day(input.before)]) }

  // MARK: Measures

  private var measures: [Measure] {
    output.settings.of.flatMap { scheme -> [Measure] in
      let moves = output[scheme]
      let known = moves?.known ?? 0
      let reason =
        !input.hasEarlier
        ? P.reasonEarly : moves == nil ? P.reasonStars : known == 0 ? P.reasonNobody : nil
      let label: (Phrase) -> String = { phrase in
        wording(phrase, ["scheme": .text(name(scheme))])
      }
      func share(
        _ id: String, _ phrase: Phrase, _ count: Int?, _ better: Measure.Direction
      ) -> Measure {
        let found = count.flatMap { Proportion($0, of: known) }
        let interval = found?.wilson()
        return Measure(
          id: "\(scheme.rawValue).\(id)", label: label(phrase), value: found?.share, unit: .share,
          low: interval?.low, high: interval?.high, n: known,
          reason: found == nil ? wording(reason ?? P.reasonNobody) : nil, betterWhen: better)
      }
      func p(_ id: String, _ phrase: Phrase, _ test: PairedTable.Test?) -> Measure {
        Measure(
          id: "\(scheme.rawValue).\(id)", label: label(phrase), value: test?.pValue, unit: .ratio,
          n: known, reason: test == nil ? wording(reason ?? P.reasonStill) : nil)
      }
      func count(_ id: String, _ phrase: Phrase, _ count: Int?) -> Measure {
        Measure(
          id: "\(scheme.rawValue).\(id)", label: label(phrase), value: count.map(Double.init),
          unit: .count, reason: count == nil ? wording(reason ?? P.reasonNobody) : nil)
      }
      return [
        count("known", P.known, moves?.known), count("new", P.newCustomers, moves?.new.customers),
        share("moved_share", P.movedShare, moves?.moved, .neither),
        share("up_share", P.upShare, moves?.up.customers, .higher),
        share("down_share", P.downShare, moves?.down.customers, .lower),
        p("marginal_homogeneity_p", P.marginsP, moves?.margins),
        p("symmetry_p", P.symmetryP, moves?.symmetry),
      ]
    }
  }

  // MARK: Page

  private var page: Page {
    var blocks: [Page.Block] = []
    if !output.moves.isEmpty {
      blocks.append(.table(summaryTable))
      blocks += output.moves.compactMap { chart($0) }.map { .chart($0) }
      if !output.fallen.isEmpty { blocks.append(.table(fallenTable)) }
    }
    blocks.append(.notes(notes))
    return Page(
      anchor: step, title: wording(P.title), question: wording(P.question), headline: headline,
      blocks: blocks)
  }

  private var headline: String {
    guard input.hasEarlier else { return early }
    let parts = output.moves.map { moves in
      wording(
        P.headlinePart,
        [
          "scheme": .text(lowered(name(moves.states.scheme))),
          "up": .count(moves.up.customers), "down": .count(moves.down.customers),
        ])
    }
    return wording(
      P.headline,
      [
        "before": .day(input.before), "now": .day(input.asOf),
        "parts": .text(parts.joined(separator: wording(P.comma))),
      ])
  }

  /// `RFM segments` keeps its capitals.
  func lowered(_ text: String) -> String {
    text.dropFirst().first?.isUppercase == true
      ? text : text.prefix(1).lowercased() + text.dropFirst()
  }

  /// States before by states now, better ones first; cells that nobody is in stay empty.
  private func chart(_ moves: MigrationMoves) -> Chart? {
    let categories = moves.states.categories
    let order = categories.indices.sorted {
      (-categories[$0].standing, $0) < (-categories[$1].standing, $1)
    }
    let used = order.filter { index in
      moves.cells[index].contains { $0.customers > 0 }
        || moves.cells.contains { $0[index].customers > 0 }
    }
    guard !used.isEmpty else { return nil }
    let rows = used + (moves.new.customers > 0 ? [categories.count] : [])
    let arguments: KeyValuePairs<String, Wording.Argument> = [
      "scheme": .text(name(moves.states.scheme)), "before": .day(input.before),
      "now": .day(input.asOf), "stayed": .count(moves.stayed.customers),
      "up": .count(moves.up.customers), "down": .count(moves.down.customers),
      "new": .count(moves.new.customers),
    ]
    return Chart(
      id: "\(step)_\(moves.states.scheme.rawValue)", title: wording(P.chartTitle, arguments),
      altText: wording(P.chartWords, arguments),
      kind: .heatMap(
        rows: rows.map {
          wording($0 < categories.count ? categories[$0].name : P.new)
        }, columns: used.map { wording(categories[$0].name) },
        values: rows.map { from in
          used.map { to in
            let customers = moves.cells[from][to].customers
            return customers > 0 ? Double(customers) : .nan
          }
        }),
      style: .prose(.count), xTitle: wording(P.from, ["day": .day(input.asOf)]),
      yTitle: wording(P.from, ["day": .day(input.before)]))
  }

  /// `p < 0.001`, `p = 0.034`.
  func text(_ test: PairedTable.Test) -> String {
    guard test.pValue >= 0.001 else { return wording(P.pBelow) }
    return wording(
      P.pValue,
      ["p": .text(NumberStyle(.ratio, decimals: 3).text(test.pValue, wording.language))])
  }

  func isReal(_ test: PairedTable.Test) -> Bool { test.pValue < output.settings.significance }

  private var notes: [Note] {
    var notes = [
      Note(.method, wording(P.noteStates)),
      Note(
        .method,
        wording(
          P.noteTests,
          [
            "p": .text(
              NumberStyle(.ratio, decimals: 3).text(
                output.settings.significance, wording.language))
          ])),
      Note(.method, wording(P.noteOrder)), Note(.caution, wording(P.noteShare)),
      Note(.policy, wording(P.noteAmount, ["day": .day(input.asOf)])),
    ]
    if output.settings.of.contains(.lifecycle), input.hasEarlier {
      notes.append(Note(.policy, wording(LifecyclePhrases.noteFlags)))
    }
    return notes + Migration.method.sourceNotes
  }
}
