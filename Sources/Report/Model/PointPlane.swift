/// Dots on two measured axes, with the lines that cut the plane into four fields.
package struct PointPlane: Sendable {
  /// Those that matter most first: where labels would touch, theirs is placed first.
  package var points: [Point]
  /// What the colours mean; a legend stands there from two groups on.
  package var groups: [Group]
  package var x: Axis
  package var y: Axis
  /// What the four fields are called, where both axes are cut.
  package var quadrants: Quadrants?

  package init(
    points: [Point], groups: [Group], x: Axis, y: Axis, quadrants: Quadrants? = nil
  ) {
    self.points = points
    self.groups = groups
    self.x = x
    self.y = y
    self.quadrants = quadrants
  }

  package struct Point: Sendable {
    package var x: Double
    package var y: Double
    /// Stands beside the dot as far as there is room; empty for a dot of the crowd.
    package var label: String
    /// An index of the groups.
    package var group: Int

    package init(_ x: Double, _ y: Double, label: String = "", group: Int = 0) {
      self.x = x
      self.y = y
      self.label = label
      self.group = group
    }
  }

  package struct Group: Sendable {
    package var name: String
    /// Takes the alarm colour.
    package var isAlarm: Bool

    package init(_ name: String, isAlarm: Bool = false) {
      self.name = name
      self.isAlarm = isAlarm
    }
  }

  package struct Axis: Sendable {
    package var style: NumberStyle
    /// Where the plane is cut; nil for nowhere.
    package var cut: Double?
    /// Equal distances are equal ratios; points at or below zero cannot stand on it.
    package var isLogarithmic: Bool
    /// What the axis covers at least, such as all levels of a scale.
    package var covers: ClosedRange<Double>?

    package init(
      _ style: NumberStyle, cut: Double? = nil, isLogarithmic: Bool = false,
      covers: ClosedRange<Double>? = nil
    ) {
      self.style = style
      self.cut = cut
      self.isLogarithmic = isLogarithmic
      self.covers = covers
    }
  }

  package struct Quadrants: Sendable {
    package var upperLeft: String
    package var upperRight: String
    package var lowerLeft: String
    package var lowerRight: String

    package init(
      upperLeft: String, upperRight: String, lowerLeft: String, lowerRight: String
    ) {
      self.upperLeft = upperLeft
      self.upperRight = upperRight
      self.lowerLeft = lowerLeft
      self.lowerRight = lowerRight
    }
  }
}
