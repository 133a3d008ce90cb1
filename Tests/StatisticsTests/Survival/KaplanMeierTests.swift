import Statistics
import Testing

/// Remission in weeks of Freireich et al. (1963): Kleinbaum & Klein, *Survival analysis*, chapter 2;
/// false where the week ended the observation.
enum Freireich {
  static let treated: [(time: Int, isEvent: Bool)] = [
    (6, true), (6, true), (6, true), (6, false), (7, true), (9, false), (10, true), (10, false),
    (11, false), (13, true), (16, true), (17, false), (19, false), (20, false), (22, true),
    (23, true), (25, false), (32, false), (32, false), (34, false), (35, false),
  ]
  static let control: [(time: Int, isEvent: Bool)] = [
    1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23,
  ].map { ($0, true) }
}

@Suite struct KaplanMeierTests {
  private let treated = KaplanMeier(LifeTable(Freireich.treated))
  private let control = KaplanMeier(LifeTable(Freireich.control))

  // S as published; errors, intervals and restricted means by R's survival 3.5-3.
  @Test(arguments: [
    (6, 21, 0.8571428571429, 0.07636035483212), (7, 17, 0.8067226890756, 0.08693528518006),
    (10, 15, 0.7529411764706, 0.09634965299432), (13, 12, 0.6901960784314, 0.106814707775),
    (16, 11, 0.6274509803922, 0.1140538652568), (22, 7, 0.5378151260504, 0.128233751693),
    (23, 6, 0.4481792717087, 0.1345914567558),
  ])
  func `correctness: remissions under treatment`(
    week: Int, atRisk: Int, survival: Double, error: Double
  ) throws {
    let step = try #require(treated.step(at: week))
    #expect(step.atRisk == atRisk)
    #expect(abs(step.survival - survival) < 1e-12)
    #expect(abs(step.standardError - error) < 1e-12)
  }

  @Test(arguments: [
    (1, 19), (2, 17), (3, 16), (4, 14), (5, 12), (8, 8), (11, 6), (12, 4), (15, 3), (17, 2),
    (22, 1), (23, 0),
  ])
  func `correctness: without censoring S is the share left`(week: Int, left: Int) throws {
    #expect(abs(try #require(control.survival(at: week)) - Double(left) / 21) < 1e-12)
  }

  @Test(arguments: [
    (KaplanMeier.IntervalForm.log, 0.5859189820297, 0.9675747545523),
    (.logLog, 0.5031995108, 0.8893618351693), (.plain, 0.5640993266788, 0.9417830262624),
  ])
  func `correctness: three intervals of S(10)`(
    form: KaplanMeier.IntervalForm, low: Double, high: Double
  ) throws {
    let step = try #require(treated.step(at: 10))
    let interval = try #require(treated.interval(step, form))
    #expect(abs(interval.low - low) < 1e-9 && abs(interval.high - high) < 1e-9)
  }

  @Test func `correctness: medians with their intervals`() {
    // 23 and 8 in the text; (13, –) and (4, 11) by log-log, as SAS's LIFETEST prints them.
    #expect(treated.median == 23 && control.median == 8)
    #expect(treated.medianInterval() == (13, nil))
    #expect(control.medianInterval() == (4, 11))
  }

  @Test func `correctness: restricted means to week 35`() throws {
    let mean = try #require(treated.restrictedMean(to: 35))
    #expect(abs(mean.mean - 23.287394957983) < 1e-11)
    // Klein & Moeschberger, example 4.2: 23.29 with a standard error of 2.83.
    #expect(abs(mean.standardError - 2.83) < 0.005)
    #expect(abs(try #require(control.restrictedMean(to: 35)).mean - 26.0 / 3) < 1e-12)
  }

  // methods.md 4.8.
  @Test func `correctness: seven lives by hand`() throws {
    let km = KaplanMeier(
      LifeTable([
        (3, true), (5, true), (5, false), (8, true), (10, false), (12, true), (15, false),
      ]))
    let expected = [
      (0.857143, 0.132260), (0.714286, 0.170747), (0.535714, 0.200787), (0.267857, 0.214365),
    ]
    #expect(km.steps.map(\.time) == [3, 5, 8, 12])
    for (step, value) in zip(km.steps, expected) {
      #expect(abs(step.survival - value.0) < 5e-7)
      #expect(abs(step.standardError - value.1) < 5e-7)
    }
    let interval = try #require(km.interval(km.steps[3]))
    #expect(abs(interval.low - 0.0131) < 5e-5 && abs(interval.high - 0.6700) < 5e-5)
  }

  @Test func `consistency: late entry is the product over those at risk`() throws {
    var counts = SurvivalCounts()
    let lives: [(entry: Int, exit: Int, isEvent: Bool)] = [
      (0, 4, true), (2, 6, true), (5, 6, false), (6, 9, true), (1, 9, false), (3, 12, true),
    ]
    for life in lives { counts.add(entry: life.entry, exit: life.exit, isEvent: life.isEvent) }
    let km = KaplanMeier(LifeTable(counts))
    var survival = 1.0
    for time in 1...12 {
      let atRisk = lives.count { $0.entry < time && time <= $0.exit }
      let events = lives.count { $0.isEvent && $0.exit == time }
      if events > 0 {
        survival *= 1 - Double(events) / Double(atRisk)
        #expect(km.step(at: time)?.atRisk == atRisk)
      }
      #expect(abs(try #require(km.survival(at: time)) - survival) < 1e-12)
    }
  }

  @Test func `a life that ended before it entered was not seen`() {
    var counts = SurvivalCounts()
    counts.add(entry: 5, exit: 5, isEvent: true)
    counts.add(entry: 7, exit: 3, isEvent: false)
    counts.add(exit: 0, isEvent: true)
    let table = LifeTable(counts)
    #expect(table.unseen == 2 && table.lives == 1 && table.events == 1)
    #expect(table.rows.first?.atRisk == 1)
  }

  @Test func `consistency: lives added twice leave S and halve its variance`() throws {
    var counts = SurvivalCounts()
    for life in Freireich.treated { counts.add(exit: life.time, isEvent: life.isEvent, lives: 2) }
    let twice = KaplanMeier(LifeTable(counts))
    for (one, two) in zip(treated.steps, twice.steps) {
      #expect(abs(one.survival - two.survival) < 1e-14)
      #expect(abs(one.greenwood - 2 * two.greenwood) < 1e-14)
    }
  }

  @Test func `consistency: the restricted mean of complete lives is their mean`() throws {
    let mean = try #require(control.restrictedMean(to: 23))
    let times = Freireich.control.map { Double($0.time) }
    let average = times.reduce(0, +) / 21
    #expect(abs(mean.mean - average) < 1e-12)
    let variance = times.reduce(0) { $0 + ($1 - average) * ($1 - average) } / 21
    #expect(abs(mean.standardError - (variance / 21).squareRoot()) < 1e-12)
  }

  @Test func `edges: nobody, no event, all at once`() {
    let none = KaplanMeier(LifeTable([]))
    #expect(none.steps.isEmpty && none.survival(at: 3) == nil && none.median == nil)
    #expect(none.restrictedMean(to: 10) == nil)
    let kept = KaplanMeier(LifeTable([(4, false), (9, false)]))
    #expect(kept.survival(at: 9) == 1 && kept.survival(at: 10) == nil && kept.median == nil)
    #expect(kept.restrictedMean(to: 9)?.mean == 9 && kept.restrictedMean(to: 10) == nil)
    let gone = KaplanMeier(LifeTable([(4, true), (4, true)]))
    #expect(gone.survival(at: 400) == 0 && gone.median == 4 && gone.medianInterval() == (4, nil))
    #expect(gone.steps[0].standardError == 0 && gone.interval(gone.steps[0]) == nil)
    #expect(gone.restrictedMean(to: 400)?.mean == 4)
  }

  @Test func `a curve that is 0 before others enter is told`() {
    var counts = SurvivalCounts()
    counts.add(exit: 2, isEvent: true)
    counts.add(entry: 3, exit: 8, isEvent: true)
    #expect(KaplanMeier(LifeTable(counts)).endsEarly)
    #expect(!control.endsEarly && !treated.endsEarly)
  }
}
