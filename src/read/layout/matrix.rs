//! Affine transforms, as PDF and OFD write them: six numbers, x' = a·x + c·y + e, y' = b·x + d·y + f.

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Matrix(pub [f32; 6]);

impl Matrix {
    pub const IDENTITY: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub fn shift(x: f32, y: f32) -> Self {
        Matrix([1.0, 0.0, 0.0, 1.0, x, y])
    }

    pub fn scale(x: f32, y: f32) -> Self {
        Matrix([x, 0.0, 0.0, y, 0.0, 0.0])
    }

    /// First this one, then the other.
    pub fn then(self, outer: Matrix) -> Matrix {
        let Matrix([a, b, c, d, e, f]) = self;
        let (ab, cd) = (outer.direction((a, b)), outer.direction((c, d)));
        let ef = outer.point((e, f));
        Matrix([ab.0, ab.1, cd.0, cd.1, ef.0, ef.1])
    }

    pub fn point(&self, (x, y): (f32, f32)) -> (f32, f32) {
        let Matrix([a, b, c, d, e, f]) = self;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// Where a direction leads, wherever it starts.
    pub fn direction(&self, (x, y): (f32, f32)) -> (f32, f32) {
        let Matrix([a, b, c, d, _, _]) = self;
        (a * x + c * y, b * x + d * y)
    }
}
