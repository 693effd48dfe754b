#!/usr/bin/env bash
# Makes what is measured, once: a Zoom-like recording (720p, 25 pictures a second, a key frame every ten seconds, AAC) and
# a phone-like one (1080p, about 30 a second at varying distances, B-frames).
#   make_media.sh FOLDER
set -euo pipefail
mkdir -p "$1"
cd "$1"
encode=(ffmpeg -hide_banner -loglevel error -nostdin -y)
# Two voices that take turns, as far as an encoder is concerned.
voices="aevalsrc='0.2*sin(2*PI*140*t)*gt(sin(t/2),0)|0.2*sin(2*PI*210*t)*lt(sin(t/2),0)':s=48000"

if [ ! -s zoom.mp4 ]; then
    "${encode[@]}" -f lavfi -i "testsrc2=size=1280x720:rate=25,noise=alls=4:allf=t" -f lavfi -i "$voices" -t 180 \
        -pix_fmt yuv420p -c:v libx264 -preset veryfast -bf 0 -g 250 -keyint_min 250 -sc_threshold 0 -b:v 1200k \
        -c:a aac -b:a 96k -movflags +faststart zoom.part.mp4
    mv zoom.part.mp4 zoom.mp4
fi
if [ ! -s phone.mp4 ]; then
    # Every seventh picture is missing, and the rest come a little late, as a phone in poor light records them.
    "${encode[@]}" -f lavfi -i "testsrc2=size=1920x1080:rate=30,noise=alls=6:allf=t" -f lavfi -i "$voices" -t 60 \
        -filter_complex "[0:v]select='mod(n,7)',settb=1/90000,setpts='PTS+700*random(1)'[v]" -map "[v]" -map 1:a \
        -vsync passthrough -enc_time_base 1/90000 -video_track_timescale 90000 \
        -pix_fmt yuv420p -c:v libx264 -preset veryfast -bf 2 -g 60 -b:v 10M -c:a aac -b:a 96k phone.part.mp4
    mv phone.part.mp4 phone.mp4
fi
