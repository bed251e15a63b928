//! A picture painted as PNG: twice as many pixels as asked for, smooth edges, the same bytes each time.
//!
//! plotters paints hard-edged pixels at whole places. Lines and areas are therefore painted twice
//! too large and averaged; letters are laid over the result, each at its exact place, since
//! plotters moves every letter to a whole pixel and forgets the room to its left.

use super::chart::ChartError;
use super::letters::{advance, exact_width, scale};
use super::picture::{Anchor, Picture, Shape, Spot, Text, strokes};
use super::style::Ink;
use ab_glyph::{Font, point};
use plotters::prelude::{BitMapBackend, DrawingBackend, RGBColor};
use plotters::style::{Color, RGBAColor, ShapeStyle};

/// Pixels of the file for each pixel that was asked for.
const SHARPNESS: u32 = 2;
/// Painted dots, in each direction, that are averaged to one pixel of the file.
const SMOOTHNESS: u32 = 2;
const DOTS: f64 = (SHARPNESS * SMOOTHNESS) as f64;

/// The picture as a PNG file, in its daytime colours.
pub(crate) fn paint(picture: &Picture) -> Result<Vec<u8>, ChartError> {
    let (width, height) = (picture.size.0 * SHARPNESS, picture.size.1 * SHARPNESS);
    let mut pixels = average(&painted_large(picture)?, width as usize);
    for shape in &picture.shapes {
        if let Shape::Text(text) = shape {
            letter(&mut pixels, width as usize, text);
        }
    }
    encode(&pixels, width, height)
}

fn painted_large(picture: &Picture) -> Result<Vec<u8>, ChartError> {
    let size = (picture.size.0 * SHARPNESS * SMOOTHNESS, picture.size.1 * SHARPNESS * SMOOTHNESS);
    let mut dots = vec![0xFF; size.0 as usize * size.1 as usize * 3];
    let mut canvas = BitMapBackend::with_buffer(&mut dots, size);
    for shape in &picture.shapes {
        draw(&mut canvas, shape)?;
    }
    drop(canvas);
    Ok(dots)
}

type Drawn = Result<(), ChartError>;

fn fault(error: impl std::fmt::Display) -> ChartError {
    ChartError::Painting(error.to_string())
}

fn draw(canvas: &mut BitMapBackend<'_>, shape: &Shape) -> Drawn {
    match shape {
        Shape::Area { outline, ink, opacity } => {
            canvas.fill_polygon(outline.iter().map(large), &paint_of(*ink, *opacity)).map_err(fault)
        }
        Shape::Path { spots, ink, width, dash } => strokes(spots, dash)
            .iter()
            .try_for_each(|stroke| draw_stroke(canvas, stroke, *ink, *width)),
        Shape::Dot { at, radius, ink } => draw_dot(canvas, *at, *radius, *ink),
        Shape::Text(_) => Ok(()),
    }
}

/// A stroke with round corners: its straight pieces, and a dot wherever two of them meet.
fn draw_stroke(canvas: &mut BitMapBackend<'_>, stroke: &[Spot], ink: Ink, width: f64) -> Drawn {
    let (colour, half) = (paint_of(ink, 1.0), width / 2.0);
    for (place, pair) in stroke.windows(2).enumerate() {
        if let Some(outline) = piece(pair[0], pair[1], half) {
            canvas.fill_polygon(outline.iter().map(large), &colour).map_err(fault)?;
        }
        if place > 0 {
            draw_dot(canvas, pair[0], half, ink)?;
        }
    }
    Ok(())
}

fn draw_dot(canvas: &mut BitMapBackend<'_>, at: Spot, radius: f64, ink: Ink) -> Drawn {
    let radius = (radius * DOTS).round() as u32;
    canvas.draw_circle(large(&at), radius, &paint_of(ink, 1.0), true).map_err(fault)
}

/// The four corners of a straight piece of a line.
fn piece((x0, y0): Spot, (x1, y1): Spot, half: f64) -> Option<[Spot; 4]> {
    let length = (x1 - x0).hypot(y1 - y0);
    let (across, down) = (half * (y0 - y1) / length, half * (x1 - x0) / length);
    (length > 0.0).then_some([
        (x0 + across, y0 + down),
        (x1 + across, y1 + down),
        (x1 - across, y1 - down),
        (x0 - across, y0 - down),
    ])
}

fn large(&(x, y): &Spot) -> (i32, i32) {
    ((x * DOTS).round() as i32, (y * DOTS).round() as i32)
}

fn paint_of(ink: Ink, opacity: f64) -> ShapeStyle {
    let [red, green, blue] = channels(ink);
    let colour: RGBAColor = RGBColor(red, green, blue).mix(opacity);
    colour.filled()
}

fn channels(ink: Ink) -> [u8; 3] {
    let [_, red, green, blue] = ink.shade().day.to_be_bytes();
    [red, green, blue]
}

/// Averages squares of dots to pixels.
fn average(dots: &[u8], width: usize) -> Vec<u8> {
    let each = SMOOTHNESS as usize;
    let (row, square) = (width * each * 3, SMOOTHNESS * SMOOTHNESS);
    let mut pixels = Vec::with_capacity(dots.len() / (each * each));
    let mut sums = vec![0_u32; width * 3];
    for rows in dots.chunks_exact(row * each) {
        sums.fill(0);
        for line in rows.chunks_exact(row) {
            for (pixel, dots) in sums.chunks_exact_mut(3).zip(line.chunks_exact(each * 3)) {
                for dot in dots.chunks_exact(3) {
                    for (sum, &channel) in pixel.iter_mut().zip(dot) {
                        *sum += u32::from(channel);
                    }
                }
            }
        }
        pixels.extend(sums.iter().map(|sum| ((sum + square / 2) / square) as u8));
    }
    pixels
}

/// Lays a text over the pixels.
fn letter(pixels: &mut [u8], width: usize, text: &Text) {
    let Some(font) = text.cut.font() else { return };
    let sharp = f64::from(SHARPNESS);
    let size = text.size * sharp;
    let before = match text.anchor {
        Anchor::Start => 0.0,
        Anchor::Middle => 0.5,
        Anchor::End => 1.0,
    };
    let mut pen = text.at.0 * sharp - before * exact_width(&text.words, size, text.cut);
    let base = (text.at.1 * sharp).round();
    for sign in text.words.chars() {
        let glyph = font.glyph_id(sign);
        let placed =
            glyph.with_scale_and_position(scale(font, size), point(pen as f32, base as f32));
        if let Some(outlined) = font.outline_glyph(placed) {
            let corner = outlined.px_bounds().min;
            outlined.draw(|x, y, cover| {
                let (x, y) = (corner.x as i64 + i64::from(x), corner.y as i64 + i64::from(y));
                blend(pixels, width, (x, y), text.ink, cover);
            });
        }
        pen += advance(font, glyph, size);
    }
}

fn blend(pixels: &mut [u8], width: usize, (x, y): (i64, i64), ink: Ink, cover: f32) {
    let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else {
        return;
    };
    let start = (y * width + x) * 3;
    if x >= width || start + 3 > pixels.len() {
        return;
    }
    let cover = cover.clamp(0.0, 1.0);
    for (under, over) in pixels[start..start + 3].iter_mut().zip(channels(ink)) {
        let mixed = f32::from(*under) * (1.0 - cover) + f32::from(over) * cover;
        *under = mixed.round() as u8;
    }
}

fn encode(pixels: &[u8], width: u32, height: u32) -> Result<Vec<u8>, ChartError> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgb);
    // Tried: flat colours compress best without a filter, and best compression gains nothing.
    encoder.set_filter(png::FilterType::NoFilter);
    encoder.set_compression(png::Compression::Default);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().map_err(fault)?;
    writer.write_image_data(pixels).map_err(fault)?;
    writer.finish().map_err(fault)?;
    Ok(file)
}
