import Values

/// The classes of one scheme and which of them every customer had at both dates.
struct MigrationStates: Sendable {
  struct Category: Sendable, Equatable {
    let id: String
    let name: Phrase
    /// Higher is better: a move to a lower one is a loss.
    let standing: Double
  }

  let scheme: MigrationScheme
  let categories: [Category]
  /// Indices of `categories`; -1 for who was not known.
  let before: [Int32]
  let now: [Int32]

  init(
    _ scheme: MigrationScheme, _ categories: [Category], before: [Int32], now: [Int32]
  ) {
    self.scheme = scheme
    self.categories = categories
    self.before = before
    self.now = now
  }

  /// Life-cycle classes: the stage itself knows both dates.
  init(_ output: LifecycleOutput) {
    self.init(
      .lifecycle,
      output.classes.map { Category(id: $0.id, name: $0.name, standing: Double($0.standing)) },
      before: output.ruleBefore.map { $0 < 0 ? -1 : Int32(output.classOf[Int($0)]) },
      now: output.rule.map { Int32(output.classOf[Int($0)]) })
  }

  /// RFM segments; their maps list them best first.
  init(_ old: RFMOutput, _ new: RFMOutput, of everybody: TextColumn) {
    self.init(
      .rfm,
      new.segments.enumerated().map { index, segment in
        Category(
          id: segment.id, name: segment.name, standing: Double(new.segments.count - index))
      },
      before: MigrationInput.aligned(
        old.segment, of: old.input.customers, to: everybody, none: -1),
      now: MigrationInput.aligned(
        new.segment, of: new.input.customers, to: everybody, none: -1))
  }

  /// Classes A, B, C … and, lowest, customers without one.
  init(tiers old: TiersOutput, _ new: TiersOutput, of everybody: TextColumn) {
    let count = new.classes.count
    let names = (0..<count).map { index in
      Category(
        id: ValueClasses.name(index).lowercased(),
        name: Phrase(ValueClasses.name(index), ValueClasses.name(index)),
        standing: Double(count - index))
    }
    func codes(_ output: TiersOutput) -> [Int32] {
      MigrationInput.aligned(
        output.classes.index.map { $0 < 0 ? Int32(count) : Int32($0) },
        of: output.input.months.customers, to: everybody, none: -1)
    }
    self.init(
      .tier,
      names + [Category(id: "set_aside", name: Phrase("Set aside", "未归类"), standing: 0)],
      before: codes(old), now: codes(new))
  }

  /// Stars, none first.
  init(stars old: TiersOutput, _ new: TiersOutput, of everybody: TextColumn) {
    let levels = new.ladder.least.indices.map { level -> Category in
      let stars = new.stars(Int8(level))
      return Category(
        id: "stars_\(stars)", name: Phrase("\(stars) ★", "\(stars) ★"), standing: Double(stars))
    }
    func codes(_ output: TiersOutput) -> [Int32] {
      MigrationInput.aligned(
        output.input.months.standing.map { Int32($0.level) + 1 },
        of: output.input.months.customers, to: everybody, none: -1)
    }
    self.init(
      .star,
      (levels.reversed() as [Category])
        + [Category(id: "no_stars", name: TiersPhrases.noStars, standing: 0)],
      before: codes(old).map { $0 < 0 ? -1 : Int32(levels.count) - $0 },
      now: codes(new).map { $0 < 0 ? -1 : Int32(levels.count) - $0 })
  }
}
